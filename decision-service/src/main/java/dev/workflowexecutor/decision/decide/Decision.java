package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about one turn of a ticket, with everything its execution needs.
 *
 * @param decisionId derived from the cause, so that a replay decides under the same id
 * @param causeId the intent's id; for an expired question the decision that asked it
 * @param workflow the version that decided, where the ticket is bound to one
 * @param intent what the person wants, where it is known
 * @param facts all facts known for the ticket, ordered by name, inferred ones included
 * @param text the message that opened the current request
 * @param notice a sentence that goes before whatever the outcome says
 * @param turn the number of the turn in the ticket, from 1
 * @param decidedAt the time of the cause; no clock is read
 */
public record Decision(
    String decisionId,
    String ticketId,
    String problemId,
    String causeId,
    Verdict verdict,
    Optional<Binding> workflow,
    Optional<String> intent,
    List<DecidedFact> facts,
    String text,
    Optional<String> notice,
    int turn,
    Instant submittedAt,
    Instant decidedAt) {

  public Decision {
    facts = List.copyOf(facts);
    if (verdict instanceof Verdict.Execute && (workflow.isEmpty() || intent.isEmpty())) {
      throw new IllegalArgumentException("expected a workflow and an intent to execute");
    }
  }
}
