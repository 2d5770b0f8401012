package dev.workflowexecutor.benchmarks.bare;

import java.util.List;
import java.util.Map;

/**
 * The hops of a problem from its intent to its outcome, as the platform really makes them.
 *
 * <p>Each is a bare topic; the numbers of Streams applications and of plain loops are the
 * platform's: decision-service and the engine are Streams applications, the tool worker is a
 * consumer with a producer.
 */
public enum Hops {
  /** Intent, decision, result: a workflow without a tool call. */
  WITHOUT_TOOL(List.of("intents", "decisions", "results")),
  /** Intent, decision, call, reply, result: a workflow with one tool call. */
  ONE_TOOL_CALL(List.of("intents", "decisions", "calls", "replies", "results"));

  private final List<String> stations;

  Hops(List<String> stations) {
    this.stations = stations;
  }

  /** How many times a record is read from one topic and written to the next. */
  public int count() {
    return stations.size() - 1;
  }

  List<String> topics() {
    return stations.stream().map(this::topic).toList();
  }

  String input() {
    return topic("intents");
  }

  String output() {
    return topic("results");
  }

  Map<String, String> decide() {
    return Map.of(topic("intents"), topic("decisions"));
  }

  Map<String, String> advance() {
    return switch (this) {
      case WITHOUT_TOOL -> Map.of(topic("decisions"), topic("results"));
      case ONE_TOOL_CALL ->
          Map.of(topic("decisions"), topic("calls"), topic("replies"), topic("results"));
    };
  }

  boolean callsTool() {
    return this == ONE_TOOL_CALL;
  }

  String topic(String station) {
    return "bare-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + station;
  }
}
