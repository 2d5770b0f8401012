package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.deadletter.DeadLetters;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The settings of a {@link KeyOrderedConsumer} before it is built.
 *
 * @param <V> the type of the values
 */
public final class KeyOrderedConsumerBuilder<V> {

  private static final int DEFAULT_IN_FLIGHT = 64;
  private static final int BUFFER_PER_RUNNING = 4;
  private static final int MOST_POLL_RECORDS = 500;
  private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);

  private final Map<String, Object> config;
  private final Deserializer<V> deserializer;
  private final RecordHandler<V> handler;
  private final DeadLetters deadLetters;
  private List<String> topics = List.of();
  private int maxInFlight = DEFAULT_IN_FLIGHT;
  private Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private Predicate<Throwable> passing = PassingFaults::isPassing;
  private Duration commitInterval = Duration.ofMillis(100);
  private Duration revocationTimeout = Duration.ofSeconds(10);
  private MeterRegistry meters = new CompositeMeterRegistry();
  private Connect connect;

  /**
   * The least that a consumer needs.
   *
   * @param consumerConfig configuration of a Kafka consumer with its {@code group.id};
   *     deserializers and auto commit in it are ignored, {@code isolation.level} is read_committed
   *     and {@code auto.offset.reset} earliest unless it says otherwise
   * @param deserializer reads the values; thread-safe and configured
   * @param deadLetters where unprocessable records go
   */
  public KeyOrderedConsumerBuilder(
      Map<String, Object> consumerConfig,
      Deserializer<V> deserializer,
      RecordHandler<V> handler,
      DeadLetters deadLetters) {
    this.config = new HashMap<>(consumerConfig);
    this.deserializer = deserializer;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.connect =
        () ->
            new KafkaConsumer<>(
                kafkaConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The topics to read. */
  public KeyOrderedConsumerBuilder<V> topics(Topic... read) {
    topics = Arrays.stream(read).map(Topic::topicName).toList();
    return this;
  }

  /** The names of the topics to read. */
  public KeyOrderedConsumerBuilder<V> topics(String... read) {
    topics = List.of(read);
    return this;
  }

  /**
   * How many handlers may run at once, from 1; 64 unless set. Four times as many are read ahead.
   */
  public KeyOrderedConsumerBuilder<V> maxInFlight(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("expected at least 1, found " + bound);
    }
    maxInFlight = bound;
    return this;
  }

  /** The pauses between attempts; 100 ms to 5 s unless set. */
  public KeyOrderedConsumerBuilder<V> backoff(Backoff pauses) {
    backoff = pauses;
    return this;
  }

  /** Further failures that pass and are retried, besides {@link PassingFaults}. */
  public KeyOrderedConsumerBuilder<V> retryAlso(Predicate<Throwable> further) {
    passing = passing.or(further);
    return this;
  }

  /** The time between commits; 100 ms unless set. */
  public KeyOrderedConsumerBuilder<V> commitInterval(Duration interval) {
    commitInterval = interval;
    return this;
  }

  /** The time that running records get to end when their partition goes; 10 s unless set. */
  public KeyOrderedConsumerBuilder<V> revocationTimeout(Duration timeout) {
    revocationTimeout = timeout;
    return this;
  }

  /** Where the consumer's metrics go; nowhere unless set. */
  public KeyOrderedConsumerBuilder<V> meters(MeterRegistry registry) {
    meters = registry;
    return this;
  }

  /** Another consumer than Kafka's own, for tests. */
  KeyOrderedConsumerBuilder<V> connect(Connect other) {
    connect = other;
    return this;
  }

  /** The consumer, not started yet. */
  public KeyOrderedConsumer<V> build() {
    if (topics.isEmpty()) {
      throw new IllegalStateException("expected at least one topic");
    }
    String name = String.valueOf(config.getOrDefault(ConsumerConfig.GROUP_ID_CONFIG, "no-group"));
    var state = new LoopState();
    var metrics = new ConsumerMetrics(meters, name);
    var work =
        new RecordWork<>(deserializer, handler, deadLetters, passing, backoff, metrics, state);
    var settings =
        new LoopSettings(
            maxInFlight * BUFFER_PER_RUNNING, commitInterval, revocationTimeout, COMMIT_TIMEOUT);
    return new KeyOrderedConsumer<>(
        name, topics, connect, new KeyLanes(maxInFlight, work), settings, state, metrics);
  }

  private Map<String, Object> kafkaConfig() {
    var kafka = new HashMap<>(config);
    kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    kafka.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    kafka.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    kafka.putIfAbsent(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        Math.min(MOST_POLL_RECORDS, maxInFlight * BUFFER_PER_RUNNING));
    return kafka;
  }

  /** Connects a consumer of raw records. */
  @FunctionalInterface
  interface Connect {
    Consumer<byte[], byte[]> connect();
  }
}
