package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ValidatedDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is demanded on decisions.validated. */
final class DecisionRules {

  private DecisionRules() {}

  static List<Rule<ValidatedDecision>> all() {
    Predicate<ValidatedDecision> executes = it -> it.getKind() == DecisionKind.EXECUTE;
    Predicate<ValidatedDecision> asks = it -> it.getKind() == DecisionKind.CLARIFY;
    return List.of(
        Rules.identity("decisionId", ValidatedDecision::getDecisionId),
        Rules.identity("ticketId", ValidatedDecision::getTicketId),
        Rules.identity("problemId", ValidatedDecision::getProblemId),
        Rules.ticketAsKey(ValidatedDecision::getTicketId),
        Rules.id("causeId", ValidatedDecision::getCauseId),
        Rules.text("workflow", "a name for EXECUTE", executes, ValidatedDecision::getWorkflow),
        version(executes),
        Rules.text(
            "workflowHash", "a hash for EXECUTE", executes, ValidatedDecision::getWorkflowHash),
        Rules.text("intent", "a name for EXECUTE", executes, ValidatedDecision::getIntent),
        facts(),
        Rules.text("question", "a question for CLARIFY", asks, ValidatedDecision::getQuestion),
        Rules.text("awaiting", "a fact for CLARIFY", asks, ValidatedDecision::getAwaiting),
        Rules.text(
            "message",
            "a text that isn't blank, for every kind but EXECUTE",
            Predicate.not(executes),
            ValidatedDecision::getMessage),
        Rules.atLeast(1, "turn", ValidatedDecision::getTurn),
        Rules.time("submittedAt", ValidatedDecision::getSubmittedAt),
        Rules.time("decidedAt", ValidatedDecision::getDecidedAt));
  }

  private static Rule<ValidatedDecision> version(Predicate<ValidatedDecision> executes) {
    return Rules.content(
        "workflowVersion",
        "a number from 1 for EXECUTE",
        record -> {
          Integer version = record.getWorkflowVersion();
          return executes.test(record) && (version == null || version < 1)
              ? Optional.of(version == null ? "none" : version.toString())
              : Optional.empty();
        });
  }

  private static Rule<ValidatedDecision> facts() {
    return Rules.content(
        "facts",
        "each with a name of its own",
        record -> {
          Set<String> names = new HashSet<>();
          return record.getFacts().stream()
              .map(DecidedFact::getFact)
              .filter(name -> name.isBlank() || !names.add(name))
              .map(Shown::text)
              .findFirst();
        });
  }
}
