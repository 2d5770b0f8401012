package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.interop.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/asyncapi.yaml against AsyncAPI's own parser, and against what is on the topics. */
@ExtendWith(SharedPlatform.class)
class AsyncApiIT {

  @Test
  void isValidAndDescribesTheRecordsOnEveryTopic(TestPlatform running) {
    Node node = Node.installed();
    Topics topics = running.topics();
    topics.submit("undescribed", new byte[] {1});
    assertThat(running.api().submit("No signal in Pune").text("status")).isEqualTo("RESOLVED");
    Awaitility.await()
        .until(() -> !topics.deadLetters(Topic.PROBLEMS_RAW, "undescribed").isEmpty());
    List<String> written =
        Stream.concat(
                Arrays.stream(Topic.values()).map(Topic::topicName),
                Stream.of(Topic.PROBLEMS_RAW.deadLetterName()))
            .toList();

    String report =
        node.run(
            Map.of(
                "WFX_KAFKA_BOOTSTRAP_SERVERS", running.kafka(),
                "WFX_SCHEMA_REGISTRY_URL", running.registry().toString(),
                "WFX_TOPICS_WITH_RECORDS", written.stream().collect(Collectors.joining(","))),
            "--test",
            "test/asyncapi.test.mjs");

    assertThat(report).contains("is valid AsyncAPI 3").doesNotContain("not ok");
  }
}
