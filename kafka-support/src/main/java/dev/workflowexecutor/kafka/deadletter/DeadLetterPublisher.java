package dev.workflowexecutor.kafka.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes dead letters to {@code <topic>.dlq} and counts them by reason. Thread-safe. */
public final class DeadLetterPublisher implements DeadLetters, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterPublisher.class);

  private final Producer<byte[], byte[]> producer;
  private final String service;
  private final MeterRegistry meters;

  /**
   * A publisher with a producer of its own.
   *
   * @param clientConfig configuration of a Kafka client; serializers in it are ignored
   * @param service the name that the letters bear
   */
  public static DeadLetterPublisher connect(
      Map<String, Object> clientConfig, String service, MeterRegistry meters) {
    var config = new HashMap<>(clientConfig);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    return new DeadLetterPublisher(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        service,
        meters);
  }

  /** A publisher that uses, and at its end closes, the given producer. */
  public DeadLetterPublisher(
      Producer<byte[], byte[]> producer, String service, MeterRegistry meters) {
    this.producer = producer;
    this.service = service;
    this.meters = meters;
  }

  @Override
  public void publish(ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause)
      throws InterruptedException {
    try {
      producer.send(DeadLetter.of(original, reason, cause, service)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("A dead letter wasn't stored", e.getCause());
    }
    DeadLetterMetrics.count(meters, original.topic(), reason);
    LOG.warn(
        "dead letter: {} {}@{}: {}: {}",
        original.topic(),
        original.partition(),
        original.offset(),
        reason,
        cause.toString());
  }

  @Override
  public void close() {
    producer.close();
  }
}
