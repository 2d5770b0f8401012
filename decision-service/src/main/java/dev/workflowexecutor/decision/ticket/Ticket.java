package dev.workflowexecutor.decision.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is remembered of a conversation between two turns. Immutable; equal tickets have equal
 * stored forms.
 *
 * @param turn how many turns there were, from 0
 * @param stated what the person said, by fact name
 * @param given what the upstream system gave, by fact name
 * @param asked how often each fact was asked for since the last request was decided
 * @param seen the problems of the last turns, oldest first, at most {@link #SEEN_PROBLEMS}
 * @param lastActivity the latest time of any turn
 * @param expiresAfter how long the ticket waits for the person after that
 * @param lastDecisionId the latest decision, once there is one
 */
public record Ticket(
    String ticketId,
    int turn,
    Phase phase,
    SortedMap<String, StatedFact> stated,
    SortedMap<String, GivenFact> given,
    SortedMap<String, Integer> asked,
    List<String> seen,
    Instant lastActivity,
    Duration expiresAfter,
    Optional<String> lastDecisionId) {

  /** How many problems a ticket remembers, so that their duplicates are recognised. */
  public static final int SEEN_PROBLEMS = 100;

  public Ticket {
    if (ticketId.isBlank() || turn < 0 || seen.size() > SEEN_PROBLEMS) {
      throw new IllegalArgumentException(
          "expected an id, a turn from 0 and at most %d problems, found '%s', %d and %d"
              .formatted(SEEN_PROBLEMS, ticketId, turn, seen.size()));
    }
    if (!expiresAfter.isPositive()) {
      throw new IllegalArgumentException("expected a time to expire, found " + expiresAfter);
    }
    stated = frozen(stated);
    given = frozen(given);
    asked = frozen(asked);
    seen = List.copyOf(seen);
  }

  /** A ticket before its first turn. */
  public static Ticket opened(String ticketId, Instant at, Duration expiresAfter) {
    return new Ticket(
        ticketId,
        0,
        new Phase.Idle(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        at,
        expiresAfter,
        Optional.empty());
  }

  /** When the ticket ends unless something happens before. */
  public Instant expiresAt() {
    return lastActivity.plus(expiresAfter);
  }

  /** Whether the ticket has ended by then. */
  public boolean isExpiredAt(Instant time) {
    return !time.isBefore(expiresAt());
  }

  /** Whether nothing of the ticket needs to be remembered by then: as long again after its end. */
  public boolean isForgottenAt(Instant time) {
    return !time.isBefore(expiresAt().plus(expiresAfter));
  }

  /** What is left when the ticket has ended. */
  public Ticket ended() {
    return emptied(turn, new Phase.Ended(), lastActivity);
  }

  /** A ticket before its first turn that goes on recognising the problems of this one. */
  public Ticket reopened(Instant at) {
    return emptied(0, new Phase.Idle(), at);
  }

  /** The same ticket, knowing nothing but the problems it has seen. */
  public Ticket cleared() {
    return emptied(turn, new Phase.Idle(), lastActivity);
  }

  /** Whether a turn of this ticket was about that problem, as far back as is remembered. */
  public boolean hasSeen(String problemId) {
    return seen.contains(problemId);
  }

  /** How often that fact was asked for. */
  public int timesAsked(String fact) {
    return asked.getOrDefault(fact, 0);
  }

  /** The ticket at the start of its next turn; what was said in the last one is now earlier. */
  public Ticket nextTurn(String problemId, Instant at) {
    List<String> problems = new ArrayList<>(seen);
    problems.add(problemId);
    return new Ticket(
        ticketId,
        turn + 1,
        phase,
        changed(stated, facts -> facts.replaceAll((_, fact) -> fact.earlier())),
        given,
        asked,
        problems.subList(Math.max(0, problems.size() - SEEN_PROBLEMS), problems.size()),
        at.isAfter(lastActivity) ? at : lastActivity,
        expiresAfter,
        lastDecisionId);
  }

  /** The same, and the person stated these as well. */
  public Ticket stating(Map<String, StatedFact> facts) {
    return withStated(changed(stated, all -> all.putAll(facts)));
  }

  /** The same with each stated fact replaced or, where the result is empty, forgotten. */
  public Ticket restating(FactChange change) {
    TreeMap<String, StatedFact> kept = new TreeMap<>();
    stated.forEach((name, fact) -> change.of(name, fact).ifPresent(now -> kept.put(name, now)));
    return withStated(kept);
  }

  /** The same, and the upstream system gave these as well. */
  public Ticket giving(Map<String, GivenFact> facts) {
    return withGiven(changed(given, all -> all.putAll(facts)));
  }

  /** The same without any value of that fact. */
  public Ticket forgetting(String fact) {
    return withStated(changed(stated, all -> all.remove(fact)))
        .withGiven(changed(given, all -> all.remove(fact)));
  }

  /** The same, and that fact was asked for once more. */
  public Ticket asking(String fact) {
    return withAsked(changed(asked, counts -> counts.merge(fact, 1, Integer::sum)));
  }

  /** The same, and nothing was asked for yet. */
  public Ticket askingNothing() {
    return withAsked(new TreeMap<>());
  }

  /** The ticket at the end of a turn. */
  public Ticket decided(Phase next, Duration nextExpiresAfter, String decisionId) {
    return new Ticket(
        ticketId,
        turn,
        next,
        stated,
        given,
        asked,
        seen,
        lastActivity,
        nextExpiresAfter,
        Optional.of(decisionId));
  }

  private Ticket emptied(int lastTurn, Phase next, Instant at) {
    return new Ticket(
        ticketId,
        lastTurn,
        next,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        seen,
        at,
        expiresAfter,
        lastDecisionId);
  }

  private Ticket withStated(SortedMap<String, StatedFact> facts) {
    return new Ticket(
        ticketId,
        turn,
        phase,
        facts,
        given,
        asked,
        seen,
        lastActivity,
        expiresAfter,
        lastDecisionId);
  }

  private Ticket withGiven(SortedMap<String, GivenFact> facts) {
    return new Ticket(
        ticketId,
        turn,
        phase,
        stated,
        facts,
        asked,
        seen,
        lastActivity,
        expiresAfter,
        lastDecisionId);
  }

  private Ticket withAsked(SortedMap<String, Integer> counts) {
    return new Ticket(
        ticketId,
        turn,
        phase,
        stated,
        given,
        counts,
        seen,
        lastActivity,
        expiresAfter,
        lastDecisionId);
  }

  private static <V> SortedMap<String, V> changed(
      SortedMap<String, V> map, Consumer<SortedMap<String, V>> change) {
    SortedMap<String, V> copy = new TreeMap<>(map);
    change.accept(copy);
    return copy;
  }

  private static <V> SortedMap<String, V> frozen(SortedMap<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** What becomes of a stated fact. */
  @FunctionalInterface
  public interface FactChange {
    Optional<StatedFact> of(String name, StatedFact fact);
  }
}
