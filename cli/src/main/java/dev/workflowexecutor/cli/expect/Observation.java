package dev.workflowexecutor.cli.expect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came of one turn.
 *
 * @param intent the ticket's intent, where it can be seen
 * @param calls the tools that were called, in order, where they can be seen
 */
public record Observation(
    String status,
    String message,
    Optional<String> awaiting,
    Optional<String> intent,
    List<String> calls,
    Map<String, JsonNode> data) {

  public Observation {
    calls = List.copyOf(calls);
    data = new LinkedHashMap<>(data);
  }

  /** What the platform's API shows of an outcome: no intent and no calls. */
  public static Observation of(JsonNode outcome) {
    Map<String, JsonNode> data = new LinkedHashMap<>();
    outcome.path("data").properties().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    return new Observation(
        outcome.path("status").asString(""),
        outcome.path("message").asString(""),
        outcome.path("awaiting").asStringOpt(),
        Optional.empty(),
        List.of(),
        data);
  }
}
