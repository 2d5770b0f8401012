package dev.workflowexecutor.extraction.kafka;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.extraction.intent.Extraction;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.reader.TrainedReaders;
import dev.workflowexecutor.kafka.concurrent.RecordHandler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/** Reads one problem and records what it says. Thread-safe. */
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
    RawProblem problem = ProblemContract.checked(record.key(), record.value());
    Message message = new Message(problem.getText(), problem.getSubmittedAt());
    var current = readers.current();
    long start = System.nanoTime();
    Extraction extraction = current.extract(message);
    measure(extraction, Duration.ofNanos(System.nanoTime() - start));
    publisher.publish(IntentRecords.of(problem, extraction, clock.instant()), record.headers());
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
