package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Result;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what an event caused on its way, in one transaction with the state that it left. */
final class Output {

  private static final String SOURCE = "executor-service";

  private final ProcessorContext<String, SpecificRecord> context;
  private final Executions executions;
  private final ExecutionObserver observer;

  Output(
      ProcessorContext<String, SpecificRecord> context,
      Executions executions,
      ExecutionObserver observer) {
    this.context = context;
    this.executions = executions;
    this.observer = observer;
  }

  void send(Advanced advanced, Record<String, ?> cause) {
    executions.keep(advanced.next(), cause.timestamp());
    advanced.calls().forEach(call -> send(call, cause));
    advanced.result().ifPresent(result -> send(result, cause));
  }

  void send(Result result, Record<String, ?> cause) {
    forward(
        cause,
        result.turn().ticketId(),
        result.resultId(),
        result.completedAt(),
        OutgoingRecords.result(result),
        ExecutionTopology.RESULTS);
    observer.ended(result.status());
  }

  private void send(Call call, Record<String, ?> cause) {
    forward(
        cause,
        call.turn().ticketId(),
        call.callId(),
        call.requestedAt(),
        OutgoingRecords.call(call),
        ExecutionTopology.CALLS);
    observer.called(call.tool());
  }

  private void forward(
      Record<String, ?> cause,
      String ticketId,
      String id,
      Instant time,
      SpecificRecord value,
      String sink) {
    String type = value.getSchema().getFullName();
    context.forward(
        new Record<>(
            ticketId,
            value,
            cause.timestamp(),
            RecordHeaders.forNew(id, type, SOURCE, time, cause.headers())),
        sink);
  }
}
