package dev.workflowexecutor.gateway.outcome;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Hands outcomes to whoever waits for them. Each outcome comes twice, in any order: live, as soon
 * as it can be read, and stored, once the read model has it. A waiter that missed the one (because
 * it came in between, or after a restart) gets the other. Thread-safe; no call blocks.
 */
@Component
public final class Outcomes {
  private final RecentOutcomes recent = new RecentOutcomes();
  private final Waiters waiters = new Waiters();
  private final ConcurrentMap<String, Set<OutcomeStream>> byTicket = new ConcurrentHashMap<>();
  private final Set<OutcomeStream> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Queues for the outcome of a problem; close the place after use. */
  public Waiting await(String problemId) {
    return waiters.join(problemId);
  }

  /** Opens the stream of a ticket's outcomes from now on. */
  public OutcomeStream followTicket(String ticketId) {
    OutcomeStream stream = OutcomeStream.distinct(self -> leave(ticketId, self));
    byTicket.compute(
        ticketId,
        (id, streams) -> {
          Set<OutcomeStream> joined = streams == null ? ConcurrentHashMap.newKeySet() : streams;
          joined.add(stream);
          return joined;
        });
    return opened(stream);
  }

  /** Opens the stream of all outcomes from now on. */
  OutcomeStream followAll() {
    OutcomeStream stream = OutcomeStream.plain(all::remove);
    all.add(stream);
    return opened(stream);
  }

  /** An outcome was read just now; whether it is the first time. */
  public boolean live(Outcome outcome) {
    if (!recent.add(outcome)) {
      return false;
    }
    waiters.complete(outcome);
    all.forEach(stream -> stream.offer(outcome));
    toTicket(outcome);
    return true;
  }

  /** An outcome is in the read model. */
  public void stored(Outcome outcome) {
    waiters.complete(outcome);
    toTicket(outcome);
  }

  /** The recent outcomes of a ticket, oldest first. */
  public List<Outcome> recent(String ticketId) {
    return recent.ofTicket(ticketId);
  }

  /** The first recent outcome of a problem. */
  public Optional<Outcome> recent(String ticketId, String problemId) {
    return recent(ticketId).stream().filter(o -> o.problemId().equals(problemId)).findFirst();
  }

  /** Lets everybody go: the gateway shuts down. */
  void close() {
    closed = true;
    waiters.close();
    streams().forEach(OutcomeStream::end);
  }

  int waiting() {
    return waiters.count();
  }

  long streaming() {
    return streams().count();
  }

  private OutcomeStream opened(OutcomeStream stream) {
    if (closed) {
      stream.end();
    }
    return stream;
  }

  private void toTicket(Outcome outcome) {
    byTicket.getOrDefault(outcome.ticketId(), Set.of()).forEach(stream -> stream.offer(outcome));
  }

  private void leave(String ticketId, OutcomeStream stream) {
    byTicket.computeIfPresent(
        ticketId,
        (id, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  private Stream<OutcomeStream> streams() {
    return Stream.concat(all.stream(), byTicket.values().stream().flatMap(Set::stream));
  }
}
