package dev.workflowexecutor.kafka.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.contract.Demand.Scope;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for those who write or read the topics says what the code demands. */
class ContractsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "contracts.md");

  @ParameterizedTest
  @EnumSource
  void tellsEveryDemandOfATopicInTheOrderOfItsChecks(Topic topic) throws IOException {
    String table =
        "### "
            + topic.topicName()
            + ": "
            + topic.type().getSimpleName()
            + "\n\n| field | expected | if broken |\n|---|---|---|\n"
            + Contracts.of(topic).demands().stream().map(ContractsPageTest::row).collect(joining());

    assertThat(Files.readString(PAGE)).contains(table);
  }

  private static String row(Demand demand) {
    return "| `"
        + demand.field()
        + "` | "
        + demand.expected()
        + " | "
        + (demand.scope() == Scope.IDENTITY ? "nobody knows whose turn" : "")
        + " |\n";
  }
}
