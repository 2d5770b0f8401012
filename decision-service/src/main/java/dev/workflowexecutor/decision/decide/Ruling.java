package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Consequence;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Rule;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workflow's rules say about a request, over the facts known by now.
 *
 * @param facts the facts that it was decided over, inferred ones included
 */
record Ruling(Verdict verdict, List<DecidedFact> facts) {

  static Ruling on(Workflow workflow, Request request, Ticket ticket) {
    List<DecidedFact> known = KnownFacts.of(workflow, ticket);
    Scope scope = new Scope(request.intent(), request.text(), values(known), Map.of());
    Optional<Fact> missing =
        workflow.facts().values().stream()
            .filter(fact -> fact.required() && !scope.facts().containsKey(fact.name()))
            .findFirst();
    if (missing.isPresent()) {
      Verdict verdict = ask(missing.get(), workflow, ticket, Reason.FACT_MISSING, Optional.empty());
      return new Ruling(verdict, guessing(workflow, scope, known));
    }
    try {
      Workflow.Inferred seen = workflow.withInferred(scope);
      return new Ruling(decide(workflow, seen.scope(), ticket), with(known, seen.inferred()));
    } catch (EvaluationException e) {
      return new Ruling(new Verdict.Escalate(Reason.EVALUATION_FAILED, Wording.BROKEN), known);
    }
  }

  private static Verdict decide(Workflow workflow, Scope scope, Ticket ticket) {
    for (Rule rule : workflow.rules()) {
      if (rule.when().holds(scope)) {
        return apply(rule, workflow, scope, ticket);
      }
    }
    return new Verdict.Escalate(Reason.NO_RULE_HOLDS, Wording.BROKEN);
  }

  private static Verdict apply(Rule rule, Workflow workflow, Scope scope, Ticket ticket) {
    Optional<String> name = Optional.of(rule.name());
    return switch (rule.then()) {
      case Consequence.Execute _ -> new Verdict.Execute(name);
      case Consequence.Escalate(var message) ->
          new Verdict.Escalate(Reason.RULE, name, rendered(message.render(scope)));
      case Consequence.Reject(var message) ->
          new Verdict.Reject(Reason.RULE, name, rendered(message.render(scope)));
      case Consequence.Ask(var fact) ->
          ask(declared(workflow, fact), workflow, ticket, Reason.RULE, name);
    };
  }

  private static Verdict ask(
      Fact fact, Workflow workflow, Ticket ticket, Reason reason, Optional<String> rule) {
    return ticket.timesAsked(fact.name()) >= workflow.limits().asks()
        ? new Verdict.Escalate(Reason.ASKED_TOO_OFTEN, rule, Wording.ASKED_TOO_OFTEN)
        : new Verdict.Clarify(reason, rule, Questions.about(fact));
  }

  private static Fact declared(Workflow workflow, String name) {
    return Optional.ofNullable(workflow.facts().get(name))
        .orElseThrow(() -> new EvaluationException("expected a declared fact, found " + name));
  }

  private static String rendered(String message) {
    if (message.isBlank()) {
      throw new EvaluationException("expected a message for the person, found an empty one");
    }
    return message;
  }

  // What can't be inferred yet may be once the missing fact is there.
  private static List<DecidedFact> guessing(
      Workflow workflow, Scope scope, List<DecidedFact> known) {
    try {
      return with(known, workflow.withInferred(scope).inferred());
    } catch (EvaluationException e) {
      return known;
    }
  }

  private static List<DecidedFact> with(List<DecidedFact> known, Map<String, String> inferred) {
    List<DecidedFact> all = new ArrayList<>(known);
    inferred.forEach((name, value) -> all.add(DecidedFact.inferred(name, value)));
    all.sort(Comparator.comparing(DecidedFact::fact));
    return all;
  }

  private static Map<String, String> values(List<DecidedFact> facts) {
    Map<String, String> values = new LinkedHashMap<>();
    facts.forEach(fact -> values.put(fact.fact(), fact.value()));
    return values;
  }
}
