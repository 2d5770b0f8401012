package dev.workflowexecutor.workflow.expression;

import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a scope into the variables of expressions, typed as the vocabulary declares them. */
final class Bindings {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Vocabulary vocabulary;

  Bindings(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<String, Object> of(Scope scope) {
    Map<String, Object> variables = new LinkedHashMap<>(vocabulary.lists());
    variables.put("intent", scope.intent());
    variables.put("text", scope.text());
    variables.put("facts", facts(scope));
    variables.put("steps", steps(scope));
    return variables;
  }

  private Map<String, Object> facts(Scope scope) {
    Map<String, Object> facts = new LinkedHashMap<>();
    scope
        .facts()
        .forEach(
            (name, canonical) -> {
              var type = vocabulary.facts().get(name);
              if (type != null) {
                facts.put(name, value(name, () -> type.value(canonical)));
              }
            });
    return facts;
  }

  private Map<String, Object> steps(Scope scope) {
    Map<String, Object> steps = new LinkedHashMap<>();
    scope
        .steps()
        .forEach(
            (name, json) -> {
              Tool tool = vocabulary.steps().get(name);
              if (tool != null) {
                steps.put(name, output(name, tool, json));
              }
            });
    return steps;
  }

  private static Map<String, Object> output(String step, Tool tool, String json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new EvaluationException("the output of step " + step + " isn't JSON", e);
    }
    Map<String, Object> output = new LinkedHashMap<>();
    for (Map.Entry<String, Field> field : tool.output().entrySet()) {
      JsonNode value = node.get(field.getKey());
      if (value != null && !value.isNull()) {
        String name = "steps." + step + "." + field.getKey();
        output.put(field.getKey(), value(name, () -> value(field.getValue().type(), value)));
      }
    }
    return output;
  }

  private static Object value(FieldType type, JsonNode value) {
    return switch (type) {
      case FieldType.Text _, FieldType.Choice _ -> value.stringValue();
      case FieldType.Bool _ -> value.booleanValue();
      case FieldType.IntegerNumber _ -> value.longValue();
      case FieldType.DecimalNumber _ -> value.doubleValue();
    };
  }

  private static Object value(String name, Supplier<Object> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | JacksonException e) {
      throw new EvaluationException("the value of " + name + " doesn't fit: " + e.getMessage(), e);
    }
  }
}
