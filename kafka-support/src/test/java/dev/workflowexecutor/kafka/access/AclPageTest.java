package dev.workflowexecutor.kafka.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** When a table here differs, it is the code's that is right: copy it into the page. */
class AclPageTest {

  private static final Path PAGE = Path.of("..", "docs", "operations", "acls.md");

  @Test
  void tellsOperatorsWhoOwnsWhichTopic() throws IOException {
    assertThat(Files.readString(PAGE)).contains("\n" + AclPage.ownership() + "\n");
  }

  @Test
  void tellsOperatorsEveryGrant() throws IOException {
    assertThat(Files.readString(PAGE)).contains("\n" + AclPage.grants() + "\n");
  }
}
