package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.advance.Status;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.streams.RefusedToDeadLetters;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The engine's topology in a test driver, with its topics. */
final class EngineDriver implements AutoCloseable {

  static final Duration RETENTION = Duration.ofDays(7);
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  /** What the observer was told. */
  static final class Told implements ExecutionObserver {
    final List<String> called = new ArrayList<>();
    final List<Status> ended = new ArrayList<>();
    final List<String> ignored = new ArrayList<>();

    @Override
    public void called(String tool) {
      called.add(tool);
    }

    @Override
    public void ended(Status status) {
      ended.add(status);
    }

    @Override
    public void ignored(String topic) {
      ignored.add(topic);
    }
  }

  final Told told = new Told();
  private final TopologyTestDriver driver;
  private final AvroSerde<ValidatedDecision> decisions = serde(ValidatedDecision.class);
  private final AvroSerde<ToolReply> replies = serde(ToolReply.class);
  private final AvroSerde<ToolCall> calls = serde(ToolCall.class);
  private final AvroSerde<ExecutionResult> results = serde(ExecutionResult.class);
  private final TestInputTopic<String, byte[]> rawDecisions;
  private final TestInputTopic<String, byte[]> rawReplies;

  EngineDriver(Definitions definitions) {
    driver =
        new TopologyTestDriver(
            ExecutionTopology.build(
                new ExecutionSerdes(decisions, replies, calls, results),
                definitions,
                RETENTION,
                told),
            config(),
            BEGIN);
    rawDecisions = input(Topic.DECISIONS_VALIDATED);
    rawReplies = input(Topic.TOOLS_REPLIES);
  }

  void decide(ValidatedDecision decision) {
    decide(decision.getTicketId(), decision);
  }

  void decide(String key, ValidatedDecision decision) {
    rawDecisions.pipeInput(
        key, decisions.serializer().serialize(Topic.DECISIONS_VALIDATED.topicName(), decision));
  }

  void decideRaw(String key, byte @Nullable [] value) {
    rawDecisions.pipeInput(key, value);
  }

  void decideAt(Instant time, ValidatedDecision decision) {
    rawDecisions.pipeInput(
        decision.getTicketId(),
        decisions.serializer().serialize(Topic.DECISIONS_VALIDATED.topicName(), decision),
        time);
  }

  void reply(ToolReply reply) {
    rawReplies.pipeInput(
        reply.getTicketId(),
        replies.serializer().serialize(Topic.TOOLS_REPLIES.topicName(), reply));
  }

  List<ToolCall> calls() {
    return rawCalls().stream()
        .map(it -> calls.deserializer().deserialize(Topic.TOOLS_CALLS.topicName(), it.value()))
        .toList();
  }

  List<ExecutionResult> results() {
    return rawResults().stream()
        .map(
            it ->
                results
                    .deserializer()
                    .deserialize(Topic.EXECUTIONS_RESULTS.topicName(), it.value()))
        .toList();
  }

  List<TestRecord<String, byte[]>> rawCalls() {
    return output(Topic.TOOLS_CALLS.topicName());
  }

  List<TestRecord<String, byte[]>> rawResults() {
    return output(Topic.EXECUTIONS_RESULTS.topicName());
  }

  List<TestRecord<String, byte[]>> deadLetters(Topic topic) {
    return output(topic.deadLetterName());
  }

  /** The executions that the engine keeps. */
  Executions executions() {
    return new Executions(driver.getTimestampedKeyValueStore(ExecutionTopology.EXECUTIONS));
  }

  long remembered() {
    var store = driver.getTimestampedKeyValueStore(ExecutionTopology.EXECUTIONS);
    long count = 0;
    try (var all = store.all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  static ToolReply.Builder reply(ToolCall call) {
    return ToolReply.newBuilder()
        .setReplyId(Reply.idOf(call.getCallId()))
        .setCallId(call.getCallId())
        .setTicketId(call.getTicketId())
        .setProblemId(call.getProblemId())
        .setCauseId(call.getCallId())
        .setDecisionId(call.getDecisionId())
        .setStep(call.getStep())
        .setTool(call.getTool())
        .setStatus(ReplyStatus.SUCCEEDED)
        .setAttempts(1)
        .setSubmittedAt(call.getSubmittedAt())
        .setRepliedAt(call.getRequestedAt().plusMillis(20));
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer(), BEGIN, Duration.ZERO);
  }

  private List<TestRecord<String, byte[]>> output(String topic) {
    TestOutputTopic<String, byte[]> output =
        driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  private static <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
    return new AvroSerde<>(type, Map.of("schema.registry.url", "mock://executor-topology"));
  }

  private static Properties config() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "executor-service");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    config.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedToDeadLetters.class);
    return config;
  }

  @Override
  public void close() {
    driver.close();
  }
}
