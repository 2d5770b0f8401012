package dev.workflowexecutor.executor.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.tool.Bindings;
import dev.workflowexecutor.executor.tool.CallTool;
import dev.workflowexecutor.executor.tool.ToolLimits;
import dev.workflowexecutor.kafka.contract.BrokenContractException;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolCallHandlerTest {

  private static final Workflow OUTAGES = Definition.outages();
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:05Z");
  private static final Instant REQUESTED = Instant.parse("2026-03-01T10:00:00Z");

  private final List<String> traces = new ArrayList<>();
  private final List<String> observed = new ArrayList<>();
  private final MockProducer<String, ToolReply> producer = producer();
  private HttpServer server;
  private CallTool callTool;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        http -> {
          try (http) {
            traces.add(http.getRequestHeaders().getFirst("traceparent"));
            byte[] body = "{\"status\":\"outage\"}".getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
          }
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    callTool = new CallTool(Bindings.of(Map.of(), uri), limits(), clock());
  }

  @AfterEach
  void stop() {
    callTool.close();
    server.stop(0);
  }

  @Test
  void recordsOneReplyWithDerivedIdUnderTheTicketsKey() throws Exception {
    handle(call().build());

    ProducerRecord<String, ToolReply> record = producer.history().getFirst();
    assertThat(producer.history()).hasSize(1);
    assertThat(record.topic()).isEqualTo(Topic.TOOLS_REPLIES.topicName());
    assertThat(record.key()).isEqualTo("ticket-1");
    assertThat(record.value())
        .isEqualTo(
            ToolReply.newBuilder()
                .setReplyId(Reply.idOf("call-1"))
                .setCallId("call-1")
                .setTicketId("ticket-1")
                .setProblemId("problem-1")
                .setCauseId("call-1")
                .setDecisionId("decision-1")
                .setStep("outage")
                .setTool("network.findOutage")
                .setStatus(ReplyStatus.SUCCEEDED)
                .setOutput("{\"status\":\"outage\"}")
                .setAttempts(1)
                .setSubmittedAt(REQUESTED)
                .setRepliedAt(NOW)
                .build());
    assertThat(observed).containsExactly("network.findOutage");
  }

  @Test
  void continuesTheTraceToTheToolAndToTheReply() throws Exception {
    handle(call().build());

    String trace =
        requireNonNull(RecordHeaders.traceparent(producer.history().getFirst().headers()));
    assertThat(traces)
        .singleElement()
        .satisfies(seen -> assertThat(seen.substring(0, 35)).isEqualTo(trace.substring(0, 35)));
  }

  @Test
  void failsWithoutAnAttemptWhereNoDefinitionHasTheStep() throws Exception {
    handle(call().setStep("other").build());
    handle(call().setTool("other.tool").build());
    handle(call().setWorkflowVersion(7).build());
    handle(call().setInput("{\"town\":\"Pune\"}").build());

    assertThat(producer.history())
        .extracting(record -> record.value().getStatus(), record -> record.value().getAttempts())
        .containsOnly(tuple(ReplyStatus.FAILED, 0))
        .hasSize(4);
    assertThat(traces).isEmpty();
  }

  @Test
  void makesNoCallThatBreaksItsContractAndSaysSoInTheReply() {
    ToolCall broken =
        call().setTimeoutMillis(0).setSubmittedAt(Instant.EPOCH.minusMillis(1)).build();

    assertThatThrownBy(() -> handle(broken))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("timeoutMillis");

    assertThat(traces).isEmpty();
    assertThat(observed).isEmpty();
    ToolReply reply = producer.history().getFirst().value();
    assertThat(reply.getStatus()).isEqualTo(ReplyStatus.FAILED);
    assertThat(reply.getError()).contains("timeoutMillis: expected a number from 1 to 300,000");
    assertThat(Contracts.REPLY.check("ticket-1", reply)).isInstanceOf(Verdict.Kept.class);
  }

  @Test
  void repliesToNobodyWhereACallDoesNotTellWhoseItIs() {
    for (ToolCall nobodys :
        List.of(call().setCallId(" ").build(), call().setDecisionId("").build())) {
      assertThatThrownBy(() -> handle(nobodys)).isInstanceOf(BrokenContractException.class);
    }

    assertThat(producer.history()).isEmpty();
    assertThat(traces).isEmpty();
  }

  @Test
  void triesToRecordTheReplyAgainWithoutCallingTheToolAgain() throws Exception {
    producer.sendException = new TimeoutException("no broker");
    Thread handling = Thread.ofVirtual().start(() -> handleQuietly(call().build()));
    await().until(() -> traces.size() == 1);

    producer.sendException = null;
    handling.join();

    assertThat(producer.history()).hasSize(1);
    assertThat(traces).hasSize(1);
  }

  private void handleQuietly(ToolCall call) {
    try {
      handle(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(ToolCall call) throws InterruptedException {
    ConsumerRecord<String, ToolCall> record =
        new ConsumerRecord<>(Topic.TOOLS_CALLS.topicName(), 0, 0, call.getTicketId(), call);
    RecordHeaders.forNew(call.getCallId(), "ToolCall", "test", REQUESTED, null)
        .forEach(record.headers()::add);
    new ToolCallHandler(
            (workflow, version) ->
                OUTAGES.version() == version ? Optional.of(OUTAGES) : Optional.empty(),
            callTool,
            new ReplyPublisher(producer),
            (tool, handled) -> observed.add(tool),
            clock())
        .handle(record);
  }

  private static ToolCall.Builder call() {
    return ToolCall.newBuilder()
        .setCallId("call-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("decision-1")
        .setDecisionId("decision-1")
        .setWorkflow("outages")
        .setWorkflowVersion(1)
        .setStep("outage")
        .setTool("network.findOutage")
        .setInput("{\"region\":\"west\"}")
        .setIdempotent(true)
        .setTimeoutMillis(2000)
        .setSubmittedAt(REQUESTED)
        .setRequestedAt(REQUESTED);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static MockProducer<String, ToolReply> producer() {
    AvroSerializer<ToolReply> values = new AvroSerializer<>();
    values.configure(Map.of("schema.registry.url", "mock://executor-tools"), false);
    return new MockProducer<>(true, null, new StringSerializer(), values);
  }

  private static ToolLimits limits() {
    return new ToolLimits(
        2,
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        0,
        8,
        Duration.ofSeconds(10),
        50,
        20,
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        100_000);
  }
}
