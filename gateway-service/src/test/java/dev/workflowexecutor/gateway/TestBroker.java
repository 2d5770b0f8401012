package dev.workflowexecutor.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker, and what the rest of the platform does on it. */
public final class TestBroker implements AutoCloseable {
  private static final int PARTITIONS = 3;

  private final String registry = "mock://gateway-" + UUID.randomUUID();
  private final EmbeddedKafkaKraftBroker broker =
      new EmbeddedKafkaKraftBroker(
          1, PARTITIONS, Topic.PROBLEMS_RAW.topicName(), Topic.EXECUTIONS_RESULTS.topicName());
  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer<SpecificRecord> avro;

  /** Starts the broker. */
  public TestBroker() {
    broker.afterPropertiesSet();
    avro = new AvroSerializer<>(Map.of("schema.registry.url", registry));
    producer =
        new KafkaProducer<>(
            // A broker that has just started may take a second batch before the first one.
            Map.of("bootstrap.servers", addresses(), "max.in.flight.requests.per.connection", "1"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The broker's address. */
  public String addresses() {
    return broker.getBrokersAsString();
  }

  /** The registry's address. */
  public String registry() {
    return registry;
  }

  /** Writes the result of a turn and waits until it is written. */
  public String complete(String resultId, String ticketId, String problemId) {
    await(completeLater(resultId, ticketId, problemId));
    return resultId;
  }

  /** Writes the result of a turn. */
  public Future<RecordMetadata> completeLater(String resultId, String ticketId, String problemId) {
    return send(Topic.EXECUTIONS_RESULTS, ticketId, result(resultId, ticketId, problemId));
  }

  private static ExecutionResult result(String resultId, String ticketId, String problemId) {
    return ExecutionResult.newBuilder()
        .setResultId(resultId)
        .setTicketId(ticketId)
        .setProblemId(problemId)
        .setCauseId("decision-of-" + problemId)
        .setStatus(OutcomeStatus.RESOLVED)
        .setMessage("Network outage in your area.\nExpected resolution in 6 PM.")
        .setData(Map.of("eta", "6 PM", "attempts", 2L))
        .setSubmittedAt(Instant.now())
        .setCompletedAt(Instant.parse("2026-01-01T00:00:01Z"))
        .build();
  }

  /** Writes a problem as an upstream system does. */
  public void submit(String problemId, String ticketId, String text) {
    RawProblem problem =
        RawProblem.newBuilder()
            .setProblemId(problemId)
            .setTicketId(ticketId)
            .setText(text)
            .setSubmittedAt(Instant.parse("2026-01-01T00:00:00Z"))
            .build();
    await(send(Topic.PROBLEMS_RAW, ticketId, problem));
  }

  /** Writes bytes that nobody can read. */
  public void poison(Topic topic, String ticketId) {
    await(
        producer.send(
            new ProducerRecord<>(
                topic.topicName(), ticketId, "{\"no\":\"Avro\"}".getBytes(UTF_8))));
  }

  /** Writes a result whose message is blank, which no contract allows. */
  public void completeInSilence(String resultId, String ticketId, String problemId) {
    await(
        send(
            Topic.EXECUTIONS_RESULTS,
            ticketId,
            ExecutionResult.newBuilder(result(resultId, ticketId, problemId))
                .setMessage(" ")
                .build()));
  }

  /** All problems that are on their topic now. */
  public List<ConsumerRecord<String, RawProblem>> problems() {
    try (AvroDeserializer<RawProblem> reader =
        new AvroDeserializer<>(RawProblem.class, Map.of("schema.registry.url", registry))) {
      return all(Topic.PROBLEMS_RAW.topicName()).stream()
          .map(record -> read(reader, record))
          .toList();
    }
  }

  /** The dead letters of a topic, each as its key, reason and service. */
  public List<String> deadLetters(Topic topic) {
    return all(topic.deadLetterName()).stream()
        .map(
            letter ->
                "%s %s %s"
                    .formatted(
                        letter.key(), text(letter, "dlq_reason"), text(letter, "dlq_service")))
        .toList();
  }

  private static String text(ConsumerRecord<?, ?> record, String header) {
    return new String(record.headers().lastHeader(header).value(), UTF_8);
  }

  private List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", addresses()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static ConsumerRecord<String, RawProblem> read(
      AvroDeserializer<RawProblem> reader, ConsumerRecord<String, byte[]> record) {
    RawProblem problem = reader.deserialize(record.topic(), record.value());
    if (problem == null) {
      throw new AssertionError("A problem without a value at " + record.offset());
    }
    ConsumerRecord<String, RawProblem> read =
        new ConsumerRecord<>(
            record.topic(), record.partition(), record.offset(), record.key(), problem);
    record.headers().forEach(read.headers()::add);
    return read;
  }

  private Future<RecordMetadata> send(Topic topic, String key, SpecificRecord value) {
    byte[] bytes = avro.serialize(topic.topicName(), value);
    return producer.send(new ProducerRecord<>(topic.topicName(), key, bytes));
  }

  /** Waits until a record is written. */
  static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new AssertionError("The broker refused a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    producer.close();
    avro.close();
    broker.destroy();
  }
}
