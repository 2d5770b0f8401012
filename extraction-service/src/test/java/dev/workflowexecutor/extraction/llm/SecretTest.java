package dev.workflowexecutor.extraction.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.extraction.intent.ReaderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("KEY", "s3cret");

  @Test
  void readsTheEnvironment() {
    assertThat(Secret.at("${env:KEY}", ENVIRONMENT::get).value()).isEqualTo("s3cret");
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "s3cret\n");

    assertThat(Secret.at("@{file:" + file + "}", ENVIRONMENT::get).value()).isEqualTo("s3cret");
  }

  @Test
  void saysWhichReferenceLeadsNowhere() {
    assertThatThrownBy(() -> Secret.at("${env:OTHER}", ENVIRONMENT::get).value())
        .isInstanceOf(ReaderException.class)
        .hasMessageContaining("OTHER");
  }

  @Test
  void refusesACredentialInPlainTextWithoutRepeatingIt() {
    assertThatThrownBy(() -> Secret.at("sk-12345", ENVIRONMENT::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("12345");
  }

  @Test
  void isNeverPrinted() {
    assertThat(Secret.at("${env:KEY}", ENVIRONMENT::get)).hasToString("***");
  }
}
