package dev.workflowexecutor.decision.intent;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message as it was read: what one turn of a ticket is decided from. Which reader answered and
 * how sure it was is left out, so that no decision can depend on it.
 *
 * @param intentId the id of the record that this came from
 * @param text the text that was read
 * @param attributes what the upstream system knows already, by fact name
 * @param continuesTicket whether the submitter means a ticket that exists
 * @param named the declared intent that the reader named
 * @param facts the facts that the text states, in the order of the text
 * @param submittedAt when the person's message was submitted
 * @param extractedAt when it was read: the time of the turn
 */
public record Intent(
    String intentId,
    String ticketId,
    String problemId,
    String text,
    Map<String, String> attributes,
    boolean continuesTicket,
    Reading reading,
    Act act,
    Optional<String> named,
    List<FoundFact> facts,
    Instant submittedAt,
    Instant extractedAt) {

  public Intent {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    facts = List.copyOf(facts);
  }
}
