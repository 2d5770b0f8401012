package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.executor.tool.CallTool;
import dev.workflowexecutor.executor.tool.Handled;
import dev.workflowexecutor.executor.tool.ToolRequest;
import dev.workflowexecutor.kafka.concurrent.RecordHandler;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.tool.Checked;
import dev.workflowexecutor.workflow.tool.Tool;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes recorded calls and records what became of each.
 *
 * <p>A call that breaks its contract goes to the dead letters and isn't made; where it is known
 * whose it is, its reply says so, so that the turn goes on.
 *
 * <p>Calls are consumed at least once: a worker that ends between a call and its reply makes the
 * call again, with the same {@code Idempotency-Key}. A tool that isn't idempotent should refuse or
 * recognise a key it has seen; the engine takes the first reply and ignores the others.
 */
public final class ToolCallHandler implements RecordHandler<ToolCall> {

  private static final Logger log = LoggerFactory.getLogger(ToolCallHandler.class);

  private final Definitions definitions;
  private final CallTool callTool;
  private final ReplyPublisher replies;
  private final ToolObserver observer;
  private final Clock clock;

  /** A handler that looks contracts up in the published definitions. */
  public ToolCallHandler(
      Definitions definitions,
      CallTool callTool,
      ReplyPublisher replies,
      ToolObserver observer,
      Clock clock) {
    this.definitions = definitions;
    this.callTool = callTool;
    this.replies = replies;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public void handle(ConsumerRecord<String, ToolCall> record) throws InterruptedException {
    switch (Contracts.CALL.check(record.key(), record.value())) {
      case Verdict.Kept<ToolCall>(var call) -> {
        Handled handled = handled(call, record);
        reply(call, handled, record);
        observer.replied(call.getTool(), handled);
      }
      case Verdict.Broken<ToolCall> broken -> {
        ToolCall call = broken.record();
        String why = String.valueOf(broken.fault().getMessage());
        reply(call, unmade(call, "the call breaks its contract: " + why), record);
        throw broken.fault();
      }
      case Verdict.Unidentified<ToolCall> unidentified -> throw unidentified.fault();
    }
  }

  private void reply(ToolCall call, Handled handled, ConsumerRecord<String, ToolCall> record)
      throws InterruptedException {
    replies.publish(ToolReplies.of(call, handled, record.timestamp()), record.headers());
  }

  private Handled handled(ToolCall call, ConsumerRecord<String, ToolCall> record)
      throws InterruptedException {
    Optional<Tool> tool = tool(call);
    if (tool.isEmpty()) {
      return unmade(call, "no published definition has this step with this tool");
    }
    if (tool.get().checkInput(call.getInput()) instanceof Checked.Invalid(String why)) {
      return unmade(call, "the input doesn't fit the contract: " + why);
    }
    Optional<String> trace = Optional.ofNullable(RecordHeaders.traceparent(record.headers()));
    try {
      return callTool.call(new ToolRequest(call.getCallId(), tool.get(), call.getInput(), trace));
    } catch (RuntimeException e) {
      log.error("call {} of tool {} broke", call.getCallId(), call.getTool(), e);
      return broken(call);
    }
  }

  private Optional<Tool> tool(ToolCall call) {
    return definitions
        .find(call.getWorkflow(), call.getWorkflowVersion())
        .flatMap(
            workflow ->
                workflow.steps().stream()
                    .filter(step -> step.name().equals(call.getStep()))
                    .map(Step::tool)
                    .filter(tool -> tool.name().equals(call.getTool()))
                    .findFirst());
  }

  private Handled unmade(ToolCall call, String why) {
    return new Handled(callTool.failed(call.getCallId(), why), 0);
  }

  private Handled broken(ToolCall call) {
    String id = Reply.idOf(call.getCallId());
    return new Handled(
        new Reply.Unknown(id, call.getCallId(), clock.instant(), "the worker broke; see its log"),
        1);
  }
}
