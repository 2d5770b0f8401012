package dev.workflowexecutor.benchmarks.banking;

import dev.workflowexecutor.benchmarks.load.Arrivals;
import dev.workflowexecutor.benchmarks.load.Journeys;
import dev.workflowexecutor.benchmarks.load.Latencies;
import dev.workflowexecutor.benchmarks.platform.Address;
import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Questions on their way through a running platform, from problems.raw to executions.results. */
final class Traffic {

  /**
   * The ids of a run: new ones each time, so that a durable platform takes none for a duplicate.
   */
  record Ids(String run) {

    String problem(Question question) {
      return run + "-" + question.id();
    }
  }

  private final Address platform;
  private final Ids ids;
  private final int inFlight;
  private final Answers answers = new Answers();
  private final Journeys journeys;

  Traffic(Address platform, Ids ids, int inFlight) {
    this.platform = platform;
    this.ids = ids;
    this.inFlight = inFlight;
    this.journeys = new Journeys("the platform", inFlight);
  }

  TrafficFigures run(List<Question> questions) throws InterruptedException {
    try (AvroDeserializer<ExtractedIntent> intents = platform.deserializer();
        AvroDeserializer<ExecutionResult> results = platform.deserializer();
        KafkaProducer<String, RawProblem> producer =
            new KafkaProducer<>(
                platform.producerSettings(), new StringSerializer(), platform.serializer());
        Arrivals _ =
            new Arrivals(
                platform.kafka(),
                List.of(Topic.INTENTS_EXTRACTED.topicName(), Topic.EXECUTIONS_RESULTS.topicName()),
                (record, nanos) -> arrived(record, nanos, intents, results))) {
      journeys.measure();
      long began = System.nanoTime();
      publish(questions, producer);
      int lost = journeys.awaitAll();
      long elapsed = System.nanoTime() - began;
      return figures(questions, lost, elapsed);
    }
  }

  private void publish(List<Question> questions, KafkaProducer<String, RawProblem> producer)
      throws InterruptedException {
    for (Question question : questions) {
      String id = ids.problem(question);
      journeys.depart(id, System.nanoTime());
      producer.send(
          new ProducerRecord<>(Topic.PROBLEMS_RAW.topicName(), id, problem(id, question)));
      if (question.id() % 500 == 0) {
        System.err.println("published " + question.id() + " of " + questions.size());
      }
    }
    producer.flush();
  }

  private static RawProblem problem(String id, Question question) {
    return RawProblem.newBuilder()
        .setProblemId(id)
        .setTicketId(id)
        .setText(question.text())
        .setSource("benchmark")
        .setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private void arrived(
      ConsumerRecord<String, byte[]> record,
      long nanos,
      AvroDeserializer<ExtractedIntent> intents,
      AvroDeserializer<ExecutionResult> results) {
    if (!record.key().startsWith(ids.run())) {
      return;
    }
    if (record.topic().equals(Topic.INTENTS_EXTRACTED.topicName())) {
      answers.read(decoded(intents, record));
    } else {
      ExecutionResult result = decoded(results, record);
      answers.told(result);
      journeys.arrive(result.getProblemId(), nanos);
    }
  }

  private static <T extends SpecificRecord> T decoded(
      AvroDeserializer<T> deserializer, ConsumerRecord<String, byte[]> record) {
    return Objects.requireNonNull(deserializer.deserialize(record.topic(), record.value()));
  }

  private TrafficFigures figures(List<Question> questions, int lost, long elapsedNanos) {
    Latencies latencies = journeys.measured();
    if (lost > 0) {
      System.err.println(lost + " problems have no outcome");
    }
    return new TrafficFigures(
        questions.size(),
        answers.outcomes(),
        answers.repeated(),
        answers.accuracy(questions, ids),
        answers.byStatus(),
        answers.outcomes() / (elapsedNanos / 1e9),
        latencies.millis(0.5),
        latencies.millis(0.99),
        inFlight,
        Machine.here());
  }
}
