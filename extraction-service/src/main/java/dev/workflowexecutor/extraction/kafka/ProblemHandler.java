package dev.workflowexecutor.extraction.kafka;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.Extraction;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.reader.TrainedReaders;
import dev.workflowexecutor.kafka.concurrent.RecordHandler;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Headers;

/**
 * Reads one problem and records what it says. A problem that breaks its contract goes to the dead
 * letters; where it is known whose it is, that is recorded as a failed reading, so that it still
 * gets an outcome. Thread-safe.
 */
public final class ProblemHandler implements RecordHandler<RawProblem> {

  private final TrainedReaders readers;
  private final IntentPublisher publisher;
  private final MeterRegistry meters;
  private final Clock clock;

  public ProblemHandler(
      TrainedReaders readers,
      Producer<String, ExtractedIntent> producer,
      MeterRegistry meters,
      Clock clock) {
    this.readers = readers;
    publisher = new IntentPublisher(producer);
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void handle(ConsumerRecord<String, RawProblem> record) throws InterruptedException {
    switch (Contracts.PROBLEM.check(record.key(), record.value())) {
      case Verdict.Kept<RawProblem>(var problem) -> read(problem, record.headers());
      case Verdict.Broken<RawProblem> broken -> {
        decline(broken.record(), record);
        throw broken.fault();
      }
      case Verdict.Unidentified<RawProblem> unidentified -> throw unidentified.fault();
    }
  }

  private void read(RawProblem problem, Headers headers) throws InterruptedException {
    Message message = new Message(problem.getText(), problem.getSubmittedAt());
    ExtractIntent current = readers.current();
    long start = System.nanoTime();
    Extraction extraction = current.extract(message);
    measure(extraction, Duration.ofNanos(System.nanoTime() - start));
    publisher.publish(IntentRecords.of(problem, extraction, clock.instant()), headers);
  }

  /** Has a person look at a problem that can't be read as it is, since whose it is, is known. */
  private void decline(RawProblem problem, ConsumerRecord<String, RawProblem> record)
      throws InterruptedException {
    RawProblem bare =
        RawProblem.newBuilder(problem)
            .setAttributes(Map.of())
            .setSubmittedAt(Contracts.plausible(problem.getSubmittedAt(), record.timestamp()))
            .build();
    Message message = new Message(bare.getText(), bare.getSubmittedAt());
    Extraction declined = readers.current().declined(message);
    publisher.publish(IntentRecords.of(bare, declined, clock.instant()), record.headers());
  }

  private void measure(Extraction extraction, Duration time) {
    meters
        .timer(
            "workflow.extraction.read",
            "reader",
            extraction.reader(),
            "reading",
            extraction.reading().name())
        .record(time);
  }
}
