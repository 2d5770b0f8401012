package dev.workflowexecutor.gateway.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last problems that this gateway took, so that a ticket can be read before the read model has
 * it. Thread-safe; keeps a bounded number.
 */
@Component
public final class RecentProblems {
  private static final int KEPT = 2_000;

  private final Map<String, Problem> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Problem> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void add(Problem problem) {
    byId.putIfAbsent(problem.problemId(), problem);
  }

  synchronized Optional<Problem> find(String problemId) {
    return Optional.ofNullable(byId.get(problemId));
  }

  /** The recent problems of a ticket, oldest first. */
  public synchronized List<Problem> ofTicket(String ticketId) {
    return byId.values().stream().filter(p -> p.ticketId().equals(ticketId)).toList();
  }
}
