package dev.workflowexecutor.kafka.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes dead letters to {@code <topic>.dlq} and counts them by reason. Thread-safe. */
public final class DeadLetterPublisher implements DeadLetters, AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final LetterWriter writer;
  private final MeterRegistry meters;
  private final DeadLetterReport report = new DeadLetterReport();

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
        LetterWriter.of(config, service),
        meters);
  }

  /** A publisher that uses, and at its end closes, the given producer. */
  public DeadLetterPublisher(
      Producer<byte[], byte[]> producer, LetterWriter writer, MeterRegistry meters) {
    this.producer = producer;
    this.writer = writer;
    this.meters = meters;
  }

  @Override
  public void publish(ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause)
      throws InterruptedException {
    await(send(original, reason, cause));
    tell(original, reason, cause);
  }

  /**
   * Stores several records as dead letters at once, and returns only when all are stored.
   *
   * @throws KafkaException if one isn't: none counts as stored, and the caller tries again
   * @throws InterruptedException if the caller is interrupted while it waits
   */
  public void publishAll(List<Refused> refused) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Refused it : refused) {
      sent.add(send(it.original(), it.reason(), it.cause()));
    }
    for (Future<RecordMetadata> one : sent) {
      await(one);
    }
    refused.forEach(it -> tell(it.original(), it.reason(), it.cause()));
  }

  private Future<RecordMetadata> send(
      ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause) {
    return producer.send(writer.letter(original, reason, cause));
  }

  private static void await(Future<RecordMetadata> sent) throws InterruptedException {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException("A dead letter wasn't stored", e.getCause());
    }
  }

  private void tell(ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause) {
    report.tell(meters, original.topic(), original.partition(), original.offset(), reason, cause);
  }

  @Override
  public void close() {
    producer.close();
  }

  /** A record and why it becomes a dead letter. */
  public record Refused(ConsumerRecord<byte[], byte[]> original, Throwable cause) {

    String reason() {
      return DeadLetter.reason(cause);
    }
  }
}
