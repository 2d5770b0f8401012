package dev.workflowexecutor.kafka.streams;

import dev.workflowexecutor.kafka.concurrent.PassingFaults;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterReport;
import dev.workflowexecutor.kafka.deadletter.LetterWriter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler for Kafka Streams that sends unreadable records to {@code <topic>.dlq} and goes on, in
 * the same transaction as the records around them.
 *
 * <p>A registry that can't be reached is no fault of the record: the stream thread fails without
 * committing it, and reads it again when it was replaced. So topologies with this handler need an
 * uncaught exception handler that answers REPLACE_THREAD; see {@link ReplaceThread}.
 *
 * <p>Set by class name as {@code deserialization.exception.handler}; the service's name is taken
 * from {@code workflow.service}, else from {@code application.id}.
 *
 * @see <a
 *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034%3A+Dead+letter+queue+in+Kafka+Streams">KIP-1034</a>
 */
public final class SkipToDeadLetters implements DeserializationExceptionHandler {

  /** The configuration key for the name that dead letters bear. */
  public static final String SERVICE = "workflow.service";

  private static final Logger LOG = LoggerFactory.getLogger(SkipToDeadLetters.class);

  private final DeadLetterReport report = new DeadLetterReport();
  private LetterWriter writer = LetterWriter.of(Map.of(), "unknown");

  @Override
  public void configure(Map<String, ?> config) {
    writer = writer(config);
  }

  /** Writes a topology's dead letters. */
  static LetterWriter writer(Map<String, ?> config) {
    Object named = config.get(SERVICE);
    Object application = config.get(StreamsConfig.APPLICATION_ID_CONFIG);
    Object service =
        Objects.requireNonNullElse(named, Objects.requireNonNullElse(application, "unknown"));
    return LetterWriter.of(config, service.toString());
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (PassingFaults.isPassing(exception)) {
      LOG.error(
          "{} {}@{} waits, because its schema can't be asked for: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          exception.toString());
      return Response.fail();
    }
    String reason = DeadLetter.reason(exception);
    report.tell(
        Metrics.globalRegistry,
        record.topic(),
        record.partition(),
        record.offset(),
        reason,
        exception);
    return Response.resume(List.of(writer.letter(record, reason, exception)));
  }
}
