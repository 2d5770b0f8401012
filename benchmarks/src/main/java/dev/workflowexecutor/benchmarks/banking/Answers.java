package dev.workflowexecutor.benchmarks.banking;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came out of the platform, by problem; thread-safe. */
final class Answers {

  private final Map<String, String> intents = new HashMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private int repeated;

  synchronized void read(ExtractedIntent intent) {
    @Nullable String named = intent.getIntent();
    intents.putIfAbsent(intent.getProblemId(), named == null ? "" : named);
  }

  synchronized void told(ExecutionResult result) {
    if (statuses.putIfAbsent(result.getProblemId(), result.getStatus().name()) != null) {
      repeated++;
    }
  }

  synchronized int outcomes() {
    return statuses.size();
  }

  synchronized int repeated() {
    return repeated;
  }

  synchronized Map<String, Integer> byStatus() {
    Map<String, Integer> counts = new TreeMap<>();
    statuses.values().forEach(status -> counts.merge(status, 1, Integer::sum));
    return counts;
  }

  synchronized double accuracy(List<Question> questions, Traffic.Ids ids) {
    long right =
        questions.stream().filter(q -> q.intent().equals(intents.get(ids.problem(q)))).count();
    return (double) right / questions.size();
  }
}
