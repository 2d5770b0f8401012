package dev.workflowexecutor.gateway.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last outcomes that were seen, at most one of each id. Thread-safe; bounded. */
final class RecentOutcomes {
  private static final int KEPT = 2_000;

  private final Map<String, Outcome> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
          return size() > KEPT;
        }
      };

  /** Whether the outcome is a new one. */
  synchronized boolean add(Outcome outcome) {
    return byId.putIfAbsent(outcome.resultId(), outcome) == null;
  }

  synchronized List<Outcome> ofTicket(String ticketId) {
    return byId.values().stream().filter(o -> o.ticketId().equals(ticketId)).toList();
  }
}
