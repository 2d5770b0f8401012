package dev.workflowexecutor.examples.telecom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input that a tool takes: named text fields, some required, some with fixed choices. */
record Contract(Map<String, Field> fields) {

  Contract {
    fields = new LinkedHashMap<>(fields);
  }

  /** A field of the input. */
  record Field(boolean required, @Nullable List<String> choices) {

    boolean allows(String value) {
      return choices == null || choices.contains(value);
    }
  }

  /** What is wrong with an input, or nothing. */
  Optional<String> objection(JsonNode input) {
    if (!input.isObject()) {
      return Optional.of("expected a JSON object");
    }
    return input.propertyNames().stream()
        .map(name -> objection(name, input.get(name)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> missing(input));
  }

  /** The fields of an input without objection. */
  static Map<String, String> fieldsOf(JsonNode input) {
    Map<String, String> fields = new LinkedHashMap<>();
    input.properties().forEach(field -> fields.put(field.getKey(), field.getValue().stringValue()));
    return fields;
  }

  private Optional<String> objection(String name, JsonNode value) {
    Field field = fields.get(name);
    if (field == null) {
      return Optional.of("unknown field '" + name + "'; the fields are " + fields.keySet());
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      return Optional.of("expected a text for '" + name + "'");
    }
    if (!field.allows(value.stringValue())) {
      return Optional.of("expected one of " + field.choices() + " for '" + name + "'");
    }
    return Optional.empty();
  }

  private Optional<String> missing(JsonNode input) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().required() && !input.has(field.getKey()))
        .map(field -> "missing field '" + field.getKey() + "'")
        .findFirst();
  }
}
