package dev.workflowexecutor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.foreign.ForeignDeserializer;
import dev.workflowexecutor.standalone.foreign.ForeignRegistry;
import dev.workflowexecutor.standalone.foreign.ForeignSerde;
import dev.workflowexecutor.standalone.foreign.ForeignSerializer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service with somebody else's serde, by nothing but three class names. */
class SerdeSwapIT {

  private static final Map<String, String> CLASS_NAMES =
      Map.of(
          "spring.kafka.producer.value-serializer", ForeignSerializer.class.getName(),
          "spring.kafka.consumer.value-deserializer", ForeignDeserializer.class.getName(),
          "spring.kafka.streams.properties.default.value.serde", ForeignSerde.class.getName());
  private static final byte[] UNKNOWN_SCHEMA = {0, 0x77, 0, 0, 0, 2, 2};
  private static final List<String> ALL =
      Arrays.stream(Topic.values()).map(Topic::topicName).toList();

  @TempDir Path data;

  @Test
  void takesThePlaceOfOurSerdeByItsClassNames() {
    try (EmbeddedTestPlatform running = EmbeddedTestPlatform.start(data, CLASS_NAMES)) {
      Topics topics = running.topics();
      topics.submit("no-avro", "this isn't Avro".getBytes(UTF_8));

      Api.Answer answer = running.api().submit("No signal in Pune");

      assertThat(answer.text("status")).isEqualTo("RESOLVED");
      assertThat(answer.text("message")).contains("6 PM");
      assertThat(ForeignSerializer.WRITTEN).containsExactlyInAnyOrderElementsOf(ALL);
      assertThat(ForeignDeserializer.READ).containsExactlyInAnyOrderElementsOf(ALL);
      assertThat(topics.results(answer.text("ticketId")))
          .as("what the foreign serde wrote, read by ours")
          .singleElement()
          .satisfies(result -> assertThat(result.getMessage()).contains("6 PM"));
      awaitRefusal(topics, "no-avro", "NOT_WIRE_FORMAT");
      waitsForItsRegistry(topics);
    }
  }

  private static void waitsForItsRegistry(Topics topics) {
    ForeignRegistry.away(true);
    try {
      topics.submit("no-schema", UNKNOWN_SCHEMA);
      Awaitility.await().until(() -> ForeignRegistry.ASKED_IN_VAIN.get() >= 5);
      assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, "no-schema")).isEmpty();
    } finally {
      ForeignRegistry.away(false);
    }
    awaitRefusal(topics, "no-schema", "UNREADABLE");
  }

  private static void awaitRefusal(Topics topics, String key, String reason) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, key))
                    .singleElement()
                    .satisfies(
                        letter ->
                            assertThat(letter.headers().lastHeader("dlq_reason").value())
                                .isEqualTo(reason.getBytes(UTF_8))));
  }
}
