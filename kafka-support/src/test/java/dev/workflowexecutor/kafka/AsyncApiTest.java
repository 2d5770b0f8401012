package dev.workflowexecutor.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.deadletter.LetterWriter;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds docs/asyncapi.yaml against what the code has. */
class AsyncApiTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final JsonNode API =
      new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
  private static final int DEFAULT_LARGEST = 1024 * 1024;
  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

  @Test
  void hasEveryTopicWithItsDeadLettersAndNoOther() {
    List<String> expected =
        Arrays.stream(Topic.values())
            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
            .toList();

    assertThat(API.path("channels").values())
        .extracting(channel -> channel.path("address").asString())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSchemaOfEveryRecordByReferenceToItsFile(Topic topic) throws IOException {
    JsonNode payload = message(topic.topicName()).path("payload");
    String file = payload.path("schema").path("$ref").asString();

    Schema referred = new Schema.Parser().parse(Files.readString(DOCS.resolve(file)));

    assertThat(payload.path("schemaFormat").asString()).isEqualTo(AVRO);
    assertThat(withoutJava(referred)).isEqualTo(withoutJava(topic.schema()));
    assertThat(message(topic.topicName()).path("name").asString()).isEqualTo(referred.getName());
    assertThat(message(topic.topicName()).path("x-subject").asString()).isEqualTo(topic.subject());
  }

  @ParameterizedTest
  @EnumSource
  void namesTheFieldThatIsTheRecordsId(Topic topic) {
    String id = message(topic.topicName()).path("x-id").asString();

    assertThat(topic.schema().getFields().getFirst().name()).isEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource
  void hasExactlyTheHeadersThatRecordsGet(Topic topic) {
    JsonNode headers = message(topic.topicName()).path("headers").path("allOf");
    JsonNode shared = resolved(headers.path(0));
    JsonNode own = headers.path(1);

    List<String> written = names(written(topic));

    assertThat(shared.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(written);
    assertThat(own.path("properties").path("ce_type").path("const").asString())
        .isEqualTo(topic.type().getName());
    // What upstream systems write is up to them, and tracestate to whoever began the trace.
    if (topic != Topic.PROBLEMS_RAW) {
      written.remove("tracestate");
      assertThat(own.path("required").values())
          .extracting(JsonNode::asString)
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatTheKeyIs(Topic topic) {
    JsonNode key = message(topic.topicName()).path("bindings").path("kafka").path("key");

    assertThat(key.path("type").asString()).isEqualTo("string");
    assertThat(key.path("description").asString())
        .contains(topic.isCompacted() ? "workflow" : "ticketId");
  }

  @ParameterizedTest
  @EnumSource
  void hasTheDeadLettersHeaders(Topic topic) {
    JsonNode headers = resolved(message(topic.deadLetterName()).path("headers"));
    List<String> always = names(deadLetter(topic, DEFAULT_LARGEST).headers());
    List<String> whereItIsLarge = names(deadLetter(topic, 0).headers());

    assertThat(headers.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(whereItIsLarge);
    assertThat(headers.path("required").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(always);
    assertThat(message(topic.deadLetterName()).has("payload"))
        .as("the bytes may be anything")
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void namesEveryPartyThatWritesOrReadsATopicAndNoOther(Topic topic) {
    List<String> expected = new ArrayList<>();
    topic.owners().forEach(party -> expected.add(operation("send", party)));
    topic.processor().ifPresent(party -> expected.add(operation("receive", party)));
    topic.followers().forEach(party -> expected.add(operation("receive", party)));

    assertThat(operations(topic.topicName())).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(operations(topic.deadLetterName()))
        .containsExactlyElementsOf(
            topic.processor().map(party -> operation("send", party)).stream().toList());
  }

  @ParameterizedTest
  @EnumSource
  void saysHowTheBrokerKeepsTheRecords(Topic topic) {
    JsonNode kafka = resolved(channel(topic.topicName()).path("bindings")).path("kafka");

    assertThat(kafka.path("topicConfiguration").path("cleanup.policy").path(0).asString())
        .isEqualTo(topic.isCompacted() ? "compact" : "delete");
    assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.isCompacted() ? 1 : 6);
  }

  private static String operation(String action, Party party) {
    return action + " by " + party.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> operations(String address) {
    return API.path("operations").values().stream()
        .filter(it -> resolved(it.path("channel")).path("address").asString().equals(address))
        .map(it -> it.path("action").asString() + " by " + it.at("/tags/0/name").asString())
        .toList();
  }

  private static JsonNode channel(String address) {
    return API.path("channels").values().stream()
        .filter(channel -> channel.path("address").asString().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode message(String address) {
    return resolved(channel(address).path("messages").values().iterator().next());
  }

  private static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : API.at(reference.substring(1));
  }

  private static Headers written(Topic topic) {
    Headers cause =
        new org.apache.kafka.common.header.internals.RecordHeaders()
            .add(
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8))
            .add("tracestate", "vendor=1".getBytes(UTF_8));
    return RecordHeaders.forNew("id", topic.type().getName(), "test", Instant.EPOCH, cause);
  }

  private static ProducerRecord<byte[], byte[]> deadLetter(Topic topic, int largest) {
    return new LetterWriter("test", largest)
        .letter(
            new ConsumerRecord<>(
                topic.topicName(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                Optional.empty()),
            "REASON",
            new IllegalStateException());
  }

  private static List<String> names(Headers headers) {
    return new ArrayList<>(
        StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList());
  }

  private static Schema withoutJava(Schema schema) {
    return new Schema.Parser()
        .parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
  }
}
