package dev.workflowexecutor.kafka.streams;

import dev.workflowexecutor.kafka.deadletter.DeadLetterReport;
import dev.workflowexecutor.kafka.deadletter.LetterWriter;
import dev.workflowexecutor.kafka.deadletter.Refusal;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A handler for Kafka Streams that sends records whose processor throws a {@link Refusal} to {@code
 * <topic>.dlq} and goes on, in the same transaction as the records around them; what the processor
 * forwarded before stays. Any other fault stops the stream's thread, which begins again at the last
 * commit.
 *
 * <p>Set by class name as {@code processing.exception.handler}; the service's name as for {@link
 * SkipToDeadLetters}.
 *
 * @see <a
 *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-1033%3A+Add+Kafka+Streams+exception+handler+for+exceptions+occurring+during+processing">KIP-1033</a>
 */
public final class RefusedToDeadLetters implements ProcessingExceptionHandler {

  private final DeadLetterReport report = new DeadLetterReport();
  private LetterWriter writer = LetterWriter.of(Map.of(), "unknown");

  @Override
  public void configure(Map<String, ?> config) {
    writer = SkipToDeadLetters.writer(config);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (!(exception instanceof Refusal refusal)) {
      return Response.fail();
    }
    report.tell(
        Metrics.globalRegistry,
        context.topic(),
        context.partition(),
        context.offset(),
        refusal.reason(),
        exception);
    return Response.resume(List.of(writer.letter(original(context), refusal.reason(), exception)));
  }

  private static ConsumerRecord<byte[], byte[]> original(ErrorHandlerContext context) {
    return new ConsumerRecord<>(
        context.topic(),
        context.partition(),
        context.offset(),
        context.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        context.sourceRawKey(),
        context.sourceRawValue(),
        context.headers(),
        Optional.empty());
  }
}
