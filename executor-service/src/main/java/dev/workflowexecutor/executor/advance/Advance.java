package dev.workflowexecutor.executor.advance;

import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.tool.Checked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The step function of executions: from a state and an event to the next state, the calls to record
 * and, at the end, the outcome.
 *
 * <p>Pure: the same definition and the same events give the same bytes. Times are those of the
 * events, ids are derived. Never throws for anything that an event says; at worst the outcome is
 * that a person takes over.
 */
public final class Advance {

  private Advance() {}

  /**
   * Begins to carry out a decision.
   *
   * @param workflow the definition; where it isn't the version that the decision names, nothing
   *     runs and the outcome is FAILED
   */
  public static Advanced start(Workflow workflow, Decision.Execute decision) {
    Cause cause = Cause.of(decision);
    if (!decision.workflow().isOf(workflow)) {
      return Ending.failed(decision, cause);
    }
    return new Progress(workflow, decision, Map.of(), cause).through(workflow.steps());
  }

  /** Takes a reply in; one that nobody waits for changes nothing. */
  public static Advanced on(Workflow workflow, Execution execution, Reply reply) {
    return switch (execution) {
      case Execution.Completed completed -> Advanced.unchanged(completed);
      case Execution.Running running ->
          running.awaited().callId().equals(reply.callId())
              ? answered(workflow, running, reply)
              : Advanced.unchanged(running);
    };
  }

  /** The outcome of a decision that runs no step. */
  public static Result tell(Decision.Told decision) {
    return Ending.told(decision);
  }

  /** The honest outcome of a decision that can't even be read as one. */
  public static Result abandon(Turn turn, String decisionId, Instant decidedAt) {
    return Ending.failed(turn, decisionId, new Cause(decisionId, decidedAt));
  }

  /** The honest outcome of a decision that can't be carried out at all. */
  public static Advanced abandon(Decision decision) {
    return Ending.failed(decision, Cause.of(decision));
  }

  /** The honest outcome of an execution that can't be carried on after a reply. */
  public static Advanced abandon(Execution.Running running, String replyId, Instant repliedAt) {
    return Ending.failed(running.decision(), new Cause(replyId, repliedAt));
  }

  private static Advanced answered(Workflow workflow, Execution.Running running, Reply reply) {
    List<Step> steps = workflow.steps();
    int at = indexOf(steps, running.awaited().step());
    if (!running.decision().workflow().isOf(workflow) || at < 0) {
      return Ending.failed(running.decision(), Cause.of(reply));
    }
    Step step = steps.get(at);
    List<Step> rest = steps.subList(at + 1, steps.size());
    return switch (reply) {
      case Reply.Succeeded succeeded ->
          switch (step.tool().checkOutput(succeeded.output())) {
            case Checked.Valid(String output) when fits(running, output) ->
                progress(workflow, running, with(running, step, output), reply).through(rest);
            case Checked.Valid _, Checked.Invalid _ -> failed(workflow, running, step, rest, reply);
          };
      case Reply.Refused _, Reply.Failed _, Reply.Unknown _ ->
          failed(workflow, running, step, rest, reply);
    };
  }

  private static Advanced failed(
      Workflow workflow, Execution.Running running, Step step, List<Step> rest, Reply reply) {
    return switch (step.onFailure()) {
      case CONTINUE -> progress(workflow, running, running.outputs(), reply).through(rest);
      case ESCALATE -> Ending.escalated(running.decision(), Cause.of(reply));
      case FAIL -> Ending.failed(running.decision(), Cause.of(reply));
    };
  }

  private static Progress progress(
      Workflow workflow, Execution.Running running, Map<String, String> outputs, Reply reply) {
    return new Progress(workflow, running.decision(), outputs, Cause.of(reply));
  }

  /** Whether the state stays small enough to be a record of its own. */
  private static boolean fits(Execution.Running running, String output) {
    int before = running.outputs().values().stream().mapToInt(String::length).sum();
    return before + output.length() <= Reply.MAX_OUTPUT_CHARACTERS;
  }

  private static Map<String, String> with(Execution.Running running, Step step, String output) {
    Map<String, String> outputs = new LinkedHashMap<>(running.outputs());
    outputs.put(step.name(), output);
    return outputs;
  }

  private static int indexOf(List<Step> steps, String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
