package dev.workflowexecutor.benchmarks.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTest {

  @TempDir private Path folder;

  @Test
  void readsQuotedTextsWithCommasAndNumbersTheRows() throws IOException {
    Path file = folder.resolve("set.csv");
    Files.writeString(file, "text,intent\n\"Where, please, is \"\"it\"\"?\",card_arrival\nhi,\n");

    assertThat(Question.read(file))
        .containsExactly(
            new Question(1, "Where, please, is \"it\"?", "card_arrival"),
            new Question(2, "hi", ""));
  }

  @Test
  void refusesAnotherHeader() throws IOException {
    Path file = folder.resolve("set.csv");
    Files.writeString(file, "text,category\nhi,greeting\n");

    assertThatThrownBy(() -> Question.read(file)).hasMessageContaining("expected the header");
  }
}
