package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.decision.decide.DecidedFact;
import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.Verdict;
import dev.workflowexecutor.executor.advance.Advance;
import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Question;
import dev.workflowexecutor.executor.advance.Result;
import dev.workflowexecutor.executor.advance.Status;
import dev.workflowexecutor.executor.advance.Turn;
import dev.workflowexecutor.executor.advance.WorkflowVersion;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out decisions with a scenario's tools, as the executor does with real ones. */
final class Execution {

  /**
   * What came of a decision.
   *
   * @param calls the tools that were called, in order
   */
  record Carried(Result result, List<String> calls) {}

  private final Catalog catalog;
  private final ToolAnswers tools;

  Execution(Catalog catalog, ToolAnswers tools) {
    this.catalog = catalog;
    this.tools = tools;
  }

  Carried carryOut(Decision decision) {
    return switch (decision.verdict()) {
      case Verdict.Execute _ -> run(executing(decision));
      case Verdict.Clarify clarify -> told(clarifying(decision, clarify));
      case Verdict.Escalate _ -> told(ending(decision, Status.ESCALATED));
      case Verdict.Reject _ -> told(ending(decision, Status.REJECTED));
      case Verdict.Cancel _ -> told(ending(decision, Status.CANCELLED));
      case Verdict.Expire _ -> told(ending(decision, Status.EXPIRED));
    };
  }

  private static Carried told(dev.workflowexecutor.executor.advance.Decision.Told decision) {
    return new Carried(Advance.tell(decision), List.of());
  }

  private Carried run(dev.workflowexecutor.executor.advance.Decision.Execute decision) {
    Workflow workflow =
        catalog
            .find(decision.workflow().name(), decision.workflow().version())
            .orElseThrow(() -> new BadScenario("there is no workflow " + decision.workflow()));
    List<String> called = new ArrayList<>();
    Advanced advanced = Advance.start(workflow, decision);
    while (advanced.result().isEmpty()) {
      Call call = advanced.calls().getFirst();
      called.add(call.tool());
      advanced = Advance.on(workflow, advanced.next(), tools.reply(workflow, call));
    }
    return new Carried(advanced.result().orElseThrow(), called);
  }

  private static dev.workflowexecutor.executor.advance.Decision.Execute executing(Decision it) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (DecidedFact fact : it.facts()) {
      facts.put(fact.fact(), fact.value());
    }
    return new dev.workflowexecutor.executor.advance.Decision.Execute(
        it.decisionId(),
        turn(it),
        it.decidedAt(),
        it.notice(),
        it.workflow()
            .map(bound -> new WorkflowVersion(bound.workflow(), bound.version(), bound.hash()))
            .orElseThrow(),
        it.intent().orElseThrow(),
        it.text(),
        facts);
  }

  private static dev.workflowexecutor.executor.advance.Decision.Clarify clarifying(
      Decision it, Verdict.Clarify verdict) {
    return new dev.workflowexecutor.executor.advance.Decision.Clarify(
        it.decisionId(),
        turn(it),
        it.decidedAt(),
        it.notice(),
        verdict.message(),
        new Question(
            verdict.question().text(), verdict.question().fact(), verdict.question().choices()));
  }

  private static dev.workflowexecutor.executor.advance.Decision.End ending(
      Decision it, Status status) {
    return new dev.workflowexecutor.executor.advance.Decision.End(
        it.decisionId(), turn(it), it.decidedAt(), it.notice(), it.verdict().message(), status);
  }

  private static Turn turn(Decision it) {
    return new Turn(it.ticketId(), it.problemId(), it.submittedAt());
  }
}
