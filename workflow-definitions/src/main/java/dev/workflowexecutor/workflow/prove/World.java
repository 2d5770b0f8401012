package dev.workflowexecutor.workflow.prove;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A case, or what is settled of it so far; immutable. */
record World(Map<Variable, Object> settled) {

  private static final int MAX_DESCRIBED = 8;

  static final World OPEN = new World(Map.of());

  World with(Variable variable, Object value) {
    Map<Variable, Object> more = new LinkedHashMap<>(settled);
    more.put(variable, value);
    return new World(more);
  }

  Optional<Object> get(Variable variable) {
    return Optional.ofNullable(settled.get(variable));
  }

  /** The case in words. */
  String describe() {
    if (settled.isEmpty()) {
      return "any case";
    }
    String described =
        settled.entrySet().stream()
            .limit(MAX_DESCRIBED)
            .map(entry -> describe(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return described + (settled.size() > MAX_DESCRIBED ? ", ..." : "");
  }

  private static String describe(Variable variable, Object value) {
    return switch (variable) {
      case Variable.Presence(var path) ->
          path + (Boolean.TRUE.equals(value) ? " is there" : " is absent");
      case Variable.Content(var path) ->
          path + " is " + (value instanceof String text ? "'" + text + "'" : value);
      case Variable.Opaque(String text, boolean _) ->
          text + (value instanceof Answer.Known(boolean known) ? " is " + known : " fails");
    };
  }
}
