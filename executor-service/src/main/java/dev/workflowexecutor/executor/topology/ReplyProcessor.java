package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.advance.Advance;
import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.advance.Execution;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.advance.WorkflowVersion;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.topic.Topic;
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
    if (value == null) {
      throw new RefusedRecordException("expected a reply, found no value");
    }
    Execution execution = executions.find(value.getDecisionId()).orElse(null);
    if (execution instanceof Execution.Running running
        && running.awaited().callId().equals(value.getCallId())) {
      carryOn(running, record, output);
    } else {
      observer.ignored(Topic.TOOLS_REPLIES.topicName());
    }
  }

  private void carryOn(Execution.Running running, Record<String, ToolReply> record, Output output) {
    ToolReply value = record.value();
    try {
      output.send(advanced(running, IncomingRecords.reply(value)), record);
    } catch (RefusedRecordException e) {
      output.send(abandoned(running, value), record);
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

  private static Advanced abandoned(Execution.Running running, ToolReply value) {
    return Advance.abandon(running, Reply.idOf(value.getCallId()), value.getRepliedAt());
  }
}
