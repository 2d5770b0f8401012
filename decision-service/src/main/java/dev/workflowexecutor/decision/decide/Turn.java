package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.GivenFact;
import dev.workflowexecutor.decision.ticket.OpenQuestion;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.DerivedId;
import dev.workflowexecutor.workflow.Limits;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A turn that is being decided: the ticket as it stands so far, and the ways to end the turn.
 *
 * @param notice what the person is told before anything else
 */
record Turn(Catalog catalog, Ticket ticket, Intent intent, Optional<String> notice) {

  /** The longest attribute that is remembered: no type of fact reads a longer one. */
  private static final int MAX_GIVEN = 2_000;

  /** The turn that the intent begins. */
  static Turn begin(Catalog catalog, Ticket ticket, Intent intent, Optional<String> notice) {
    Ticket begun =
        ticket
            .nextTurn(intent.problemId(), intent.extractedAt())
            .giving(declared(catalog, ticket, intent));
    return new Turn(catalog, begun, intent, notice);
  }

  /** The workflow that owns the intent which the message names. */
  Optional<Workflow> named() {
    return intent.named().flatMap(catalog::byIntent);
  }

  /** The version of the workflow that the request is bound to. */
  Optional<Workflow> bound(Request request) {
    return catalog.find(request.workflow().workflow(), request.workflow().version());
  }

  Turn with(Ticket changed) {
    return new Turn(catalog, changed, intent, notice);
  }

  /** The same, and the person is told this as well. */
  Turn telling(String sentence) {
    String all = notice.map(before -> before + " " + sentence).orElse(sentence);
    return new Turn(catalog, ticket, intent, Optional.of(all));
  }

  /** Ends the turn and leaves open what is open. */
  Decided.Next leavesOpen(Verdict verdict) {
    Optional<Request> current = ticket.phase().current();
    return ends(verdict, current, ticket.phase(), facts(current));
  }

  /** Ends the turn; the request it was about, if any, is wanted no more. */
  Decided.Next endsIdle(Optional<Request> about, Verdict verdict) {
    return ends(verdict, about, new Phase.Idle(), facts(about));
  }

  /** Ends the turn; the request is decided, whether or not a question about it was open. */
  Decided.Next endsDone(Verdict verdict) {
    Optional<Request> current = ticket.phase().current();
    Phase next = current.<Phase>map(Phase.Done::new).orElseGet(Phase.Idle::new);
    return ends(verdict, current, next, facts(current));
  }

  /** Ends the turn as the rules say about the request. */
  Decided.Next ends(Request request, Ruling ruling) {
    Phase next =
        ruling.verdict() instanceof Verdict.Clarify(var _, var _, var question)
            ? new Phase.Asking(request, open(question))
            : new Phase.Done(request);
    return ends(ruling.verdict(), Optional.of(request), next, ruling.facts());
  }

  private Decided.Next ends(
      Verdict verdict, Optional<Request> about, Phase next, List<DecidedFact> facts) {
    Decision decision =
        new Decision(
            decisionId(),
            ticket.ticketId(),
            intent.problemId(),
            intent.intentId(),
            verdict,
            about.map(Request::workflow),
            about.map(Request::intent),
            facts,
            about.map(Request::text).orElse(intent.text()),
            notice,
            ticket.turn(),
            intent.submittedAt(),
            intent.extractedAt());
    return new Decided.Next(ticket.decided(next, expiry(about), decisionId()), decision);
  }

  private List<DecidedFact> facts(Optional<Request> about) {
    return about
        .flatMap(this::bound)
        .map(workflow -> KnownFacts.of(workflow, ticket))
        .orElseGet(() -> KnownFacts.statedIn(ticket));
  }

  private OpenQuestion open(Question question) {
    return new OpenQuestion(
        question.fact(), question.text(), decisionId(), intent.problemId(), intent.submittedAt());
  }

  private String decisionId() {
    return DerivedId.of("decision", intent.intentId());
  }

  private Duration expiry(Optional<Request> about) {
    return about
        .flatMap(this::bound)
        .map(workflow -> workflow.limits().expiresAfter())
        .orElse(Limits.DEFAULT.expiresAfter());
  }

  // Only what some workflow may want is remembered: a ticket stays small whatever is sent along.
  private static Map<String, GivenFact> declared(Catalog catalog, Ticket ticket, Intent intent) {
    Map<String, GivenFact> given = new TreeMap<>();
    intent
        .attributes()
        .forEach(
            (name, value) -> {
              if (value.length() <= MAX_GIVEN && isDeclared(catalog, ticket, name)) {
                given.put(name, new GivenFact(value, intent.submittedAt()));
              }
            });
    return given;
  }

  private static boolean isDeclared(Catalog catalog, Ticket ticket, String fact) {
    return catalog.latest().stream().anyMatch(workflow -> workflow.facts().containsKey(fact))
        || ticket
            .phase()
            .current()
            .flatMap(it -> catalog.find(it.workflow().workflow(), it.workflow().version()))
            .filter(workflow -> workflow.facts().containsKey(fact))
            .isPresent();
  }
}
