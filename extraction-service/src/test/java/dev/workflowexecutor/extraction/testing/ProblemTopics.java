package dev.workflowexecutor.extraction.testing;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Both ends of the service: sends problems, and sees intents and dead letters come out. */
public final class ProblemTopics implements AutoCloseable {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

  private final Map<String, Object> registry;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  public ProblemTopics(String brokers, String registryUrl) {
    registry = Map.of("schema.registry.url", registryUrl);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "group.id", "problem-topics",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(
        List.of(Topic.INTENTS_EXTRACTED.topicName(), Topic.PROBLEMS_RAW.deadLetterName()));
  }

  /** The value of a problem with this id and text, of a ticket of the same id. */
  public byte[] problem(String id, String text) {
    RawProblem problem =
        RawProblem.newBuilder()
            .setProblemId(id)
            .setTicketId(id)
            .setText(text)
            .setAttributes(Map.of("channel", "test"))
            .setContinuesTicket(true)
            .setSubmittedAt(AT)
            .build();
    try (AvroSerializer<RawProblem> values = new AvroSerializer<>(registry)) {
      return Objects.requireNonNull(values.serialize(Topic.PROBLEMS_RAW.topicName(), problem));
    }
  }

  /** Sends a problem. */
  public void send(String id, String text) {
    send(id, problem(id, text));
  }

  /** Sends whatever bytes as a problem. */
  public void send(String key, byte[] value) {
    producer.send(new ProducerRecord<>(Topic.PROBLEMS_RAW.topicName(), key, value));
    producer.flush();
  }

  /** The intent of a problem, if it has come out by now. */
  public Optional<ConsumerRecord<String, ExtractedIntent>> intent(String id) {
    return find(Topic.INTENTS_EXTRACTED.topicName(), id).map(this::read);
  }

  /** The dead letter of a key, if it has come out by now. */
  public Optional<ConsumerRecord<String, byte[]>> deadLetter(String key) {
    return find(Topic.PROBLEMS_RAW.deadLetterName(), key);
  }

  private Optional<ConsumerRecord<String, byte[]>> find(String topic, String key) {
    consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    return seen.stream()
        .filter(record -> record.topic().equals(topic) && key.equals(record.key()))
        .findFirst();
  }

  private ConsumerRecord<String, ExtractedIntent> read(ConsumerRecord<String, byte[]> record) {
    try (var values = new AvroDeserializer<>(ExtractedIntent.class, registry)) {
      ExtractedIntent intent =
          Objects.requireNonNull(values.deserialize(record.topic(), record.value()));
      ConsumerRecord<String, ExtractedIntent> read =
          new ConsumerRecord<>(
              record.topic(), record.partition(), record.offset(), record.key(), intent);
      record.headers().forEach(read.headers()::add);
      return read;
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
