package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.advance.Advance;
import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.advance.Execution;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.advance.WorkflowVersion;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries executions on with the replies that they wait for. */
final class ReplyProcessor implements Processor<String, ToolReply, String, SpecificRecord> {

  private static final Logger log = LoggerFactory.getLogger(ReplyProcessor.class);

  private final Definitions definitions;
  private final ExecutionObserver observer;
  private @Nullable Executions executions;
  private @Nullable Output output;

  ReplyProcessor(Definitions definitions, ExecutionObserver observer) {
    this.definitions = definitions;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    Executions store = Executions.of(context);
    executions = store;
    output = new Output(context, store, observer);
  }

  @Override
  public void process(Record<String, ToolReply> record) {
    take(record, Ready.of(executions), Ready.of(output));
  }

  private void take(Record<String, ToolReply> record, Executions executions, Output output) {
    ToolReply value = record.value();
    Optional<Execution.Running> awaiting =
        value == null ? Optional.empty() : awaiting(executions, value);
    switch (Contracts.REPLY.check(record.key(), value)) {
      case Verdict.Kept<ToolReply>(var reply) ->
          awaiting.ifPresentOrElse(
              running -> carryOn(running, reply, record, output),
              () -> observer.ignored(Topic.TOOLS_REPLIES.topicName()));
      case Verdict.Refused<ToolReply> refused -> {
        // Whoever awaits the call tells whose turn it was, even where the record can't.
        awaiting.ifPresent(
            running -> output.send(abandoned(running, record.timestamp(), value), record));
        throw refused.fault();
      }
    }
  }

  private static Optional<Execution.Running> awaiting(Executions executions, ToolReply reply) {
    return executions
        .find(reply.getDecisionId())
        .filter(Execution.Running.class::isInstance)
        .map(Execution.Running.class::cast)
        .filter(running -> running.awaited().callId().equals(reply.getCallId()));
  }

  private void carryOn(
      Execution.Running running, ToolReply reply, Record<String, ToolReply> record, Output output) {
    try {
      output.send(advanced(running, IncomingRecords.reply(reply)), record);
    } catch (StepFailedException e) {
      output.send(abandoned(running, record.timestamp(), reply), record);
      throw e;
    }
  }

  private Advanced advanced(Execution.Running running, Reply reply) {
    WorkflowVersion version = running.decision().workflow();
    return definitions
        .find(version.name(), version.version())
        .map(workflow -> Attempted.to(() -> Advance.on(workflow, running, reply)))
        .orElseGet(
            () -> {
              log.error("decision {}: no definition of {} is known", running.decisionId(), version);
              return Advance.abandon(running, reply.replyId(), reply.repliedAt());
            });
  }

  private static Advanced abandoned(Execution.Running running, long written, ToolReply reply) {
    return Advance.abandon(
        running,
        Reply.idOf(running.awaited().callId()),
        Contracts.plausible(reply.getRepliedAt(), written));
  }
}
