package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.Binding;
import dev.workflowexecutor.decision.ticket.OpenQuestion;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Workflow;
import java.util.Optional;

/** Finds out what a message means at this point of the ticket, and has the rules decide. */
final class Conversation {

  private final Turn turn;
  private final Intent intent;

  Conversation(Turn turn) {
    this.turn = turn;
    this.intent = turn.intent();
  }

  Decided.Next decide() {
    return switch (intent.reading()) {
      case EMPTY_TEXT -> unreadable(Reason.EMPTY_TEXT, Wording.EMPTY_TEXT);
      case TEXT_TOO_LONG -> unreadable(Reason.TEXT_TOO_LONG, Wording.TEXT_TOO_LONG);
      case READER_FAILED ->
          turn.endsDone(new Verdict.Escalate(Reason.READER_FAILED, Wording.READER_FAILED));
      case UNKNOWN, UNDERSTOOD -> act();
    };
  }

  private Decided.Next unreadable(Reason reason, String sentence) {
    String message =
        turn.ticket().phase() instanceof Phase.Asking(var _, var question)
            ? Wording.stillOpen(sentence, question.text())
            : sentence;
    return turn.leavesOpen(new Verdict.Reject(reason, message));
  }

  private Decided.Next act() {
    return switch (intent.act()) {
      case ASK_FOR_PERSON -> person();
      case CANCEL -> cancel();
      case REPORT, CORRECT ->
          switch (turn.ticket().phase()) {
            case Phase.Idle _, Phase.Ended _ -> open();
            case Phase.Asking(var request, var question) -> answer(request, question);
            case Phase.Done(var request) -> followUp(request);
          };
    };
  }

  // The person who takes over wants to know what it is about.
  private Decided.Next person() {
    Optional<Request> about =
        turn.ticket().phase().current().or(() -> turn.named().map(this::requestFor));
    Ticket heard =
        about
            .flatMap(turn::bound)
            .map(it -> HeardFacts.in(intent, it, turn.ticket()).heardBy(turn.ticket()))
            .orElse(turn.ticket());
    Verdict verdict = new Verdict.Escalate(Reason.ASKED_FOR_PERSON, Wording.ASKED_FOR_PERSON);
    return turn.with(heard).endsIdle(about, verdict);
  }

  private Decided.Next cancel() {
    Optional<Request> current = turn.ticket().phase().current();
    if (turn.ticket().phase() instanceof Phase.Asking) {
      return turn.endsIdle(current, new Verdict.Cancel(Reason.CANCELLED, Wording.CANCELLED));
    }
    // "Cancel my recharge" where nothing is open is a problem like any other.
    return turn.named()
        .filter(
            it -> current.filter(last -> it.name().equals(last.workflow().workflow())).isEmpty())
        .map(this::request)
        .orElseGet(
            () -> turn.leavesOpen(new Verdict.Reject(Reason.NOTHING_OPEN, Wording.NOTHING_OPEN)));
  }

  private Decided.Next open() {
    return turn.named().map(this::request).orElseGet(this::withoutIntent);
  }

  private Decided.Next withoutIntent() {
    Ticket heard = LooseFacts.heardBy(turn);
    String message =
        intent.facts().isEmpty()
            ? Wording.noIntent(turn.catalog())
            : Wording.noProblem(turn.catalog());
    return turn.with(heard).leavesOpen(new Verdict.Reject(Reason.NO_INTENT, message));
  }

  private Decided.Next answer(Request request, OpenQuestion question) {
    Optional<Workflow> bound = turn.bound(request);
    if (bound.isEmpty()) {
      return undefined();
    }
    Workflow workflow = bound.get();
    Optional<Workflow> other = turn.named().filter(it -> !it.name().equals(workflow.name()));
    HeardFacts heard =
        HeardFacts.answering(question.fact(), intent, workflow, turn.ticket(), other.isPresent());
    if (heard.mentions(question.fact())) {
      return rule(turn, request, workflow, heard);
    }
    return other
        .map(it -> new Conversation(turn.telling(Wording.DROPPED)).request(it))
        .orElseGet(() -> rule(turn, restated(request, workflow), workflow, heard));
  }

  /** The request, about another intent of its workflow if the message names one. */
  private Request restated(Request request, Workflow workflow) {
    return intent
        .named()
        .filter(named -> workflow.intents().containsKey(named))
        .filter(named -> !named.equals(request.intent()))
        .map(named -> new Request(request.workflow(), named, intent.text()))
        .orElse(request);
  }

  private Decided.Next followUp(Request request) {
    Optional<Workflow> named = turn.named();
    if (named.isPresent() && !corrects(request)) {
      return request(named.get());
    }
    Optional<Workflow> bound = turn.bound(request);
    if (bound.isEmpty()) {
      return undefined();
    }
    HeardFacts heard = HeardFacts.in(intent, bound.get(), turn.ticket());
    if (heard.changes(turn.ticket(), bound.get()) || isCorrection() && !heard.taken().isEmpty()) {
      return rule(turn, request, bound.get(), heard);
    }
    String message = isCorrection() ? Wording.NOTHING_TO_CHANGE : Wording.noIntent(turn.catalog());
    return turn.leavesOpen(new Verdict.Reject(Reason.NO_INTENT, message));
  }

  private boolean corrects(Request request) {
    return isCorrection() && intent.named().filter(request.intent()::equals).isPresent();
  }

  private boolean isCorrection() {
    return intent.act() == Act.CORRECT;
  }

  /** A new request in the same ticket, bound to the latest version; what was said is reused. */
  private Decided.Next request(Workflow workflow) {
    Ticket ticket = KnownFacts.restated(turn.ticket(), workflow, intent.submittedAt());
    // A question that is dropped unanswered still counts: changing the subject to and fro must end.
    Ticket fresh = ticket.phase() instanceof Phase.Asking ? ticket : ticket.askingNothing();
    HeardFacts heard = HeardFacts.in(intent, workflow, fresh);
    return rule(turn.with(fresh), requestFor(workflow), workflow, heard);
  }

  private Request requestFor(Workflow workflow) {
    return new Request(Binding.to(workflow), intent.named().orElseThrow(), intent.text());
  }

  private static Decided.Next rule(
      Turn turn, Request request, Workflow workflow, HeardFacts heard) {
    Turn told = turn.with(heard.heardBy(turn.ticket()));
    for (var quotes : heard.unclear().values()) {
      told = told.telling(Wording.unclear(quotes));
    }
    Ruling ruling = Ruling.on(workflow, request, told.ticket());
    Ticket asked =
        ruling.verdict() instanceof Verdict.Clarify(var _, var _, var question)
            ? told.ticket().asking(question.fact())
            : told.ticket();
    return told.with(asked).ends(request, ruling);
  }

  // The caller sees to it that bound versions are known; if one still isn't, nobody can decide.
  private Decided.Next undefined() {
    return turn.endsDone(new Verdict.Escalate(Reason.EVALUATION_FAILED, Wording.BROKEN));
  }
}
