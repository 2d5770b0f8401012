package dev.workflowexecutor.executor.advance;

import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Scope;
import java.util.List;
import java.util.Map;

/**
 * Carries a decision from one step to the next call or, after the last step, to its outcome.
 *
 * @param outputs the outputs of the completed steps as JSON, by step
 * @param cause the record that made this progress possible
 */
record Progress(
    Workflow workflow, Decision.Execute decision, Map<String, String> outputs, Cause cause) {

  /** The state after as many steps as could be taken, beginning with the given ones. */
  Advanced through(List<Step> steps) {
    Scope scope = new Scope(decision.intent(), decision.text(), decision.facts(), outputs);
    try {
      for (Step step : steps) {
        if (step.when().holds(scope)) {
          return call(step, step.input(scope));
        }
      }
      return Ending.declared(workflow, scope, decision, cause);
    } catch (EvaluationException e) {
      // What the definition can't say, a person must; the reason can be had again by evaluating.
      return Ending.escalated(decision, cause);
    }
  }

  private Advanced call(Step step, String input) {
    Call call =
        new Call(
            Call.idOf(decision.decisionId(), step.name()),
            decision.turn(),
            cause.id(),
            decision.decisionId(),
            decision.workflow(),
            step.name(),
            step.tool().name(),
            input,
            step.tool().idempotent(),
            step.tool().timeout(),
            cause.at());
    return Advanced.calling(new Execution.Running(decision, outputs, call));
  }
}
