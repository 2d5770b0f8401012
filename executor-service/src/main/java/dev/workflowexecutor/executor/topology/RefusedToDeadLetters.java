package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterMetrics;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records that the engine refused to the dead letters and goes on; any other fault stops the
 * stream's thread, which begins again at the last commit. See KIP-1033 and KIP-1034.
 */
public final class RefusedToDeadLetters implements ProcessingExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(RefusedToDeadLetters.class);
  private static final String SERVICE = "executor-service";

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (!(exception instanceof RefusedRecordException refused)) {
      return Response.fail();
    }
    String reason = refused.reason().name();
    log.error(
        "dead letter: {} {}@{}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        reason,
        exception);
    DeadLetterMetrics.count(Metrics.globalRegistry, context.topic(), reason);
    return Response.resume(List.of(DeadLetter.of(original(context), reason, exception, SERVICE)));
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
