package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The engine's topology.
 *
 * <pre>
 *   decisions.validated ──> start ────┬──> tools.calls
 *                             │ store │
 *   tools.replies ────────> continue ─┴──> executions.results
 * </pre>
 *
 * A record that breaks its contract goes to the dead letters by way of {@link
 * dev.workflowexecutor.kafka.streams.RefusedToDeadLetters}; where it is known whose turn it was,
 * that turn ends with an honest FAILED.
 */
public final class ExecutionTopology {

  /** The store of executions by decision id. */
  public static final String EXECUTIONS = "executions";

  static final String CALLS = "calls";
  static final String RESULTS = "results";

  private static final String DECISIONS = "decisions";
  private static final String REPLIES = "replies";
  private static final String START = "start";
  private static final String CONTINUE = "continue";

  private ExecutionTopology() {}

  /**
   * Builds the topology.
   *
   * @param retention how long a completed execution is remembered, so that its repeated decision is
   *     recognised; by the stream's time
   */
  public static Topology build(
      ExecutionSerdes serdes,
      Definitions definitions,
      Duration retention,
      ExecutionObserver observer) {
    Topology topology = new Topology();
    topology.addSource(
        AutoOffsetReset.earliest(),
        DECISIONS,
        new RecordTime(),
        new StringDeserializer(),
        serdes.decisions().deserializer(),
        Topic.DECISIONS_VALIDATED.topicName());
    topology.addSource(
        AutoOffsetReset.earliest(),
        REPLIES,
        new RecordTime(),
        new StringDeserializer(),
        serdes.replies().deserializer(),
        Topic.TOOLS_REPLIES.topicName());
    topology.addProcessor(
        START, () -> new DecisionProcessor(definitions, retention, observer), DECISIONS);
    topology.addProcessor(CONTINUE, () -> new ReplyProcessor(definitions, observer), REPLIES);
    topology.addStateStore(Executions.store(), START, CONTINUE);
    topology.addSink(
        CALLS,
        Topic.TOOLS_CALLS.topicName(),
        new StringSerializer(),
        serdes.calls().serializer(),
        START,
        CONTINUE);
    topology.addSink(
        RESULTS,
        Topic.EXECUTIONS_RESULTS.topicName(),
        new StringSerializer(),
        serdes.results().serializer(),
        START,
        CONTINUE);
    return topology;
  }
}
