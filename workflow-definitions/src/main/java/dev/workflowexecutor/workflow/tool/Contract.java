package dev.workflowexecutor.workflow.tool;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds JSON objects against declared fields and writes what fits in canonical form. */
final class Contract {

  enum Undeclared {
    REFUSED,
    DROPPED
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Contract() {}

  static Checked check(Map<String, Field> fields, String json, Undeclared undeclared) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      return new Checked.Invalid("expected a JSON object, found " + e.getOriginalMessage());
    }
    if (!(root instanceof ObjectNode object)) {
      return new Checked.Invalid("expected a JSON object, found " + kind(root));
    }
    return check(fields, object, undeclared);
  }

  static Checked check(Map<String, Field> fields, Map<String, Object> values) {
    return check(fields, JSON.valueToTree(values), Undeclared.REFUSED);
  }

  private static Checked check(
      Map<String, Field> fields, ObjectNode object, Undeclared undeclared) {
    if (undeclared == Undeclared.REFUSED) {
      for (String name : object.propertyNames()) {
        if (!fields.containsKey(name)) {
          return new Checked.Invalid(
              "expected only the fields " + fields.keySet() + ", found '" + name + "'");
        }
      }
    }
    ObjectNode canonical = JSON.createObjectNode();
    for (Map.Entry<String, Field> declared : fields.entrySet()) {
      String name = declared.getKey();
      JsonNode value = object.get(name);
      if (value == null || value.isNull()) {
        if (!declared.getValue().optional()) {
          return new Checked.Invalid("expected the field '" + name + "', found none");
        }
        continue;
      }
      Optional<String> why = put(canonical, name, declared.getValue().type(), value);
      if (why.isPresent()) {
        return new Checked.Invalid("field '" + name + "': " + why.get());
      }
    }
    return new Checked.Valid(JSON.writeValueAsString(canonical));
  }

  private static Optional<String> put(ObjectNode to, String name, FieldType type, JsonNode value) {
    boolean fits =
        switch (type) {
          case FieldType.Text _ -> value.isString();
          case FieldType.Choice(var choices) ->
              value.isString() && choices.contains(value.stringValue());
          case FieldType.Bool _ -> value.isBoolean();
          case FieldType.IntegerNumber _ -> wholeNumber(value);
          case FieldType.DecimalNumber _ ->
              value.isNumber() && Double.isFinite(value.doubleValue());
        };
    if (!fits) {
      return Optional.of("expected " + describe(type) + ", found " + kind(value));
    }
    switch (type) {
      case FieldType.Text _, FieldType.Choice _, FieldType.Bool _ -> to.set(name, value);
      case FieldType.IntegerNumber _ -> to.put(name, value.decimalValue().longValueExact());
      case FieldType.DecimalNumber _ -> to.put(name, value.doubleValue());
    }
    return Optional.empty();
  }

  private static boolean wholeNumber(JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      return false;
    }
    // A huge exponent would make the exact comparison below slow.
    if (Math.abs(value.doubleValue()) > 9.3e18) {
      return false;
    }
    try {
      var _ = value.decimalValue().longValueExact();
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private static String describe(FieldType type) {
    return type instanceof FieldType.Choice(var choices) ? "one of " + choices : type.keyword();
  }

  private static String kind(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return "the text '" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'";
    }
    if (value.isNumber() || value.isBoolean()) {
      return value.toString();
    }
    return value.isMissingNode()
        ? "nothing"
        : "a JSON " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
