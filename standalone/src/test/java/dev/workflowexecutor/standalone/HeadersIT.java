package dev.workflowexecutor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every record says of itself in its headers, on its whole way. */
@ExtendWith(SharedPlatform.class)
class HeadersIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final List<Topic> HOPS =
      Arrays.stream(Topic.values()).filter(it -> it != Topic.WORKFLOWS_DEFINITIONS).toList();

  @Test
  void carryTheTraceOfAnHttpRequestToEveryTopic(TestPlatform running) {
    Topics topics = running.topics();

    String ticket = running.api().submitTraced("No signal in Pune", TRACEPARENT).text("ticketId");

    assertOneTrace(topics, ticket, TRACE, HOPS);
  }

  @Test
  void carryTheTraceOfAnUpstreamSystemToEveryTopic(TestPlatform running) {
    Topics topics = running.topics();
    Map<String, String> headers = Map.of("traceparent", TRACEPARENT, "tracestate", "vendor=1");

    topics.submit("traced", topics.bytes(problem("traced", "p-traced")), headers);

    assertThat(assertOneTrace(topics, "traced", TRACE, HOPS.subList(1, HOPS.size())))
        .extracting(it -> text(it.headers(), "tracestate"))
        .containsOnly("vendor=1");
  }

  @Test
  void beginOneTraceWhereThereIsNone(TestPlatform running) {
    Topics topics = running.topics();

    String ticket = running.api().submit("No signal in Pune").text("ticketId");

    String begun = traceId(topics.records(Topic.PROBLEMS_RAW, ticket).getFirst());
    assertThat(begun).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    assertOneTrace(topics, ticket, begun, HOPS);
  }

  @Test
  void sayWhatPublishedDefinitionsAre(TestPlatform running) {
    Topics topics = running.topics();

    assertThat(topics.records(Topic.WORKFLOWS_DEFINITIONS))
        .isNotEmpty()
        .allSatisfy(record -> assertIsCloudEvent(topics, Topic.WORKFLOWS_DEFINITIONS, record));
  }

  @Test
  void stayOnDeadLettersBesideTheReason(TestPlatform running) {
    Topics topics = running.topics();
    Map<String, String> headers =
        Map.of("traceparent", TRACEPARENT, "ce_id", "theirs", "ce_source", "crm", "x-own", "1");
    byte[] broken = {9, 9, 9};
    byte[] lawless = topics.bytes(problem("dead-headers", ""));

    topics.submit("dead-headers", broken, headers);
    topics.submit("dead-headers", lawless, headers);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, "dead-headers"))
                    .hasSize(2)
                    .allSatisfy(
                        letter ->
                            assertThat(all(letter.headers()))
                                .containsAllEntriesOf(headers)
                                .containsKeys(
                                    "dlq_topic",
                                    "dlq_partition",
                                    "dlq_offset",
                                    "dlq_timestamp",
                                    "dlq_reason",
                                    "dlq_service",
                                    "dlq_version",
                                    "dlq_exception")));
    assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, "dead-headers"))
        .extracting(ConsumerRecord::value)
        .containsExactlyInAnyOrder(broken, lawless);
  }

  /** The records of the ticket on those topics, each of which has some. */
  private static List<ConsumerRecord<String, byte[]>> assertOneTrace(
      Topics topics, String ticket, String trace, List<Topic> visited) {
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(topics.records(Topic.EXECUTIONS_RESULTS, ticket)).isNotEmpty());
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    for (Topic topic : visited) {
      List<ConsumerRecord<String, byte[]>> records = topics.records(topic, ticket);
      assertThat(records)
          .as(topic.topicName())
          .isNotEmpty()
          .allSatisfy(
              record -> {
                assertIsCloudEvent(topics, topic, record);
                assertThat(traceId(record)).isEqualTo(trace);
              });
      all.addAll(records);
    }
    assertThat(all)
        .extracting(record -> text(record.headers(), "traceparent"))
        .doesNotHaveDuplicates();
    return all;
  }

  private static void assertIsCloudEvent(
      Topics topics, Topic topic, ConsumerRecord<String, byte[]> record) {
    SpecificRecord value = topics.value(record);
    Map<String, String> headers = all(record.headers());
    assertThat(headers)
        .as(topic.topicName())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", String.valueOf(value.get(idField(topic, value))))
        .containsEntry("ce_type", value.getSchema().getFullName())
        .containsEntry("content-type", "application/avro")
        .hasEntrySatisfying("ce_source", it -> assertThat(it).isNotBlank())
        .hasEntrySatisfying("ce_time", it -> assertThat(Instant.parse(it)).isNotNull())
        .hasEntrySatisfying(
            "traceparent",
            it -> assertThat(it).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));
  }

  private static int idField(Topic topic, SpecificRecord value) {
    String name =
        switch (topic) {
          case PROBLEMS_RAW -> "problemId";
          case INTENTS_EXTRACTED -> "intentId";
          case DECISIONS_VALIDATED -> "decisionId";
          case TOOLS_CALLS -> "callId";
          case TOOLS_REPLIES -> "replyId";
          case EXECUTIONS_RESULTS -> "resultId";
          case WORKFLOWS_DEFINITIONS -> "definitionId";
        };
    return value.getSchema().getField(name).pos();
  }

  private static String traceId(ConsumerRecord<String, byte[]> record) {
    return text(record.headers(), "traceparent").split("-")[1];
  }

  private static String text(Headers headers, String name) {
    return all(headers).getOrDefault(name, "");
  }

  private static Map<String, String> all(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .collect(
            Collectors.toMap(
                Header::key, header -> new String(header.value(), UTF_8), (a, b) -> b));
  }

  private static RawProblem problem(String ticket, String problemId) {
    return RawProblem.newBuilder()
        .setProblemId(problemId)
        .setTicketId(ticket)
        .setText("No signal in Pune")
        .setAttributes(Map.of())
        .setContinuesTicket(false)
        .setSource("test")
        .setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }
}
