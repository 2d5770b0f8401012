package dev.workflowexecutor.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AclsCommandTest {

  @Test
  void printsWhatAnAdministratorRuns() {
    CommandRun run = CommandRun.of("acls", "print", "--principal", "gateway=User:CN=gateway");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .allMatch(line -> line.startsWith("kafka-acls.sh --bootstrap-server \"$KAFKA\""))
        .anyMatch(line -> line.contains("'User:CN=gateway' --topic problems.raw"));
  }

  @Test
  void saysWhichPrincipalIsNone() {
    CommandRun run = CommandRun.of("acls", "print", "--principal", "gateway=gateway");

    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("expected a principal like User:gateway-service");
  }

  @Test
  void saysWhichFileOfPropertiesItCanNotRead(@TempDir Path folder) {
    Path missing = folder.resolve("admin.properties");

    CommandRun run = CommandRun.of("acls", "apply", "--properties", missing.toString());

    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("can't read the properties in " + missing);
  }
}
