package dev.workflowexecutor.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import dev.workflowexecutor.standalone.broker.KafkaBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsIT {

  @Test
  void createsWhatIsMissingAndNothingElse(@TempDir Path folder) {
    try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
      CommandRun first = create(broker.address(), "--partitions", "3");
      CommandRun second = create(broker.address(), "--partitions", "3", "--json");

      assertThat(first.code()).isZero();
      assertThat(first.out().lines())
          .hasSize(14)
          .startsWith("problems.raw created", "problems.raw.dlq created")
          .endsWith("workflows.definitions created", "workflows.definitions.dlq created");
      assertThat(second.code()).isZero();
      assertThat(second.out().lines())
          .hasSize(14)
          .allMatch(line -> line.contains("\"created\":false"))
          .filteredOn(line -> line.contains("\"partitions\":1"))
          .hasSize(2)
          .allMatch(line -> line.contains("workflows.definitions"));
    }
  }

  @Test
  void refusesTopicsThatAreDividedOtherwise(@TempDir Path folder) {
    try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
      create(broker.address(), "--partitions", "3");

      CommandRun run = create(broker.address(), "--partitions", "6");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip())
          .startsWith("wfx: expected 6 partitions of each topic and 1 of workflows.definitions")
          .contains("problems.raw has 3")
          .doesNotContain("\n");
    }
  }

  @Test
  void refusesLessThanOnePartition() {
    CommandRun run = create("127.0.0.1:1", "--partitions", "0");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo("wfx: expected at least 1 partition and 1 replica, found 0 and 1");
  }

  @Test
  void saysInOneLineThatNoBrokerAnswers() {
    CommandRun run =
        create(
            "127.0.0.1:1",
            "--property",
            "default.api.timeout.ms=500",
            "--property",
            "request.timeout.ms=500");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip())
        .startsWith("wfx: can't create topics on the Kafka broker at 127.0.0.1:1")
        .doesNotContain("\n");
  }

  private static CommandRun create(String broker, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(new String[] {"topics", "create", "--kafka", broker}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }
}
