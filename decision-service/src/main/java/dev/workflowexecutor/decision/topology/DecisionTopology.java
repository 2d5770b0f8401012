package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of an intent to its decision.
 *
 * <pre>
 *   intents.extracted ──> decide ──> decisions.validated
 *                         │    └───> intents.extracted.dlq
 *                      tickets
 * </pre>
 */
public final class DecisionTopology {

  /** The service's name in headers, and the Kafka Streams application. */
  public static final String SERVICE = "decision-service";

  /** The store of tickets by their id. */
  public static final String TICKETS = "tickets";

  static final String DECISIONS = "decisions";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String INTENTS = "intents";
  private static final String DECIDE = "decide";

  private DecisionTopology() {}

  /**
   * The topology.
   *
   * @param serdes configuration of the serdes: the registry and how to use it, and their class
   *     ({@link ConfiguredSerdes#SERDE})
   * @param sweep how often expired tickets are looked for, in the time of the records
   * @param decided told of every decision that is made; those of a transaction that fails are told
   *     again
   */
  public static Topology build(
      Map<String, ?> serdes, Definitions definitions, Duration sweep, Consumer<Decision> decided) {
    return build(serdes, definitions, Sweep.every(sweep), decided);
  }

  static Topology build(
      Map<String, ?> serdes, Definitions definitions, Sweep sweep, Consumer<Decision> decided) {
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            INTENTS,
            new ReadTime(),
            new ByteArrayDeserializer(),
            new IncomingIntentDeserializer(
                ConfiguredSerdes.serde(ExtractedIntent.class, serdes).deserializer()),
            Topic.INTENTS_EXTRACTED.topicName())
        .addProcessor(DECIDE, () -> new DecideProcessor(definitions, sweep, decided), INTENTS)
        .addStateStore(tickets(), DECIDE)
        .addSink(
            DECISIONS,
            Topic.DECISIONS_VALIDATED.topicName(),
            new StringSerializer(),
            ConfiguredSerdes.serde(ValidatedDecision.class, serdes).serializer(),
            DECIDE)
        .addSink(
            DEAD_LETTERS,
            Topic.INTENTS_EXTRACTED.deadLetterName(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            DECIDE);
  }

  private static StoreBuilder<KeyValueStore<String, StoredTicket>> tickets() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(TICKETS), Serdes.String(), new StoredTicketSerde());
  }
}
