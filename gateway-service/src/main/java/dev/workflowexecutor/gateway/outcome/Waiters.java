package dev.workflowexecutor.gateway.outcome;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who waits for which problem's outcome. Thread-safe. */
final class Waiters {
  private final ConcurrentMap<String, List<CompletableFuture<Outcome>>> byProblem =
      new ConcurrentHashMap<>();
  private volatile boolean closed;

  Waiting join(String problemId) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    byProblem.merge(
        problemId, List.of(outcome), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    if (closed) {
      outcome.cancel(false);
    }
    return new Waiting(outcome, () -> leave(problemId, outcome));
  }

  void complete(Outcome outcome) {
    @Nullable List<CompletableFuture<Outcome>> waiting = byProblem.remove(outcome.problemId());
    if (waiting != null) {
      waiting.forEach(w -> w.complete(outcome));
    }
  }

  /** Nobody waits any longer: the gateway shuts down. */
  void close() {
    closed = true;
    byProblem.values().forEach(waiting -> waiting.forEach(w -> w.cancel(false)));
  }

  int count() {
    return byProblem.size();
  }

  private void leave(String problemId, CompletableFuture<Outcome> outcome) {
    byProblem.computeIfPresent(problemId, (id, waiting) -> without(waiting, outcome));
  }

  private static @Nullable List<CompletableFuture<Outcome>> without(
      List<CompletableFuture<Outcome>> waiting, CompletableFuture<Outcome> outcome) {
    List<CompletableFuture<Outcome>> others = waiting.stream().filter(w -> w != outcome).toList();
    return others.isEmpty() ? null : others;
  }
}
