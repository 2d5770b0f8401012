package dev.workflowexecutor.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.workflowexecutor.schemas.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** What a developer could do to a schema, one edit at a time. */
final class Edits {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String subject;
  private final JsonNode root;
  private final List<Edit> edits = new ArrayList<>();

  private Edits(String subject, JsonNode root) {
    this.subject = subject;
    this.root = root;
  }

  /**
   * An edited schema.
   *
   * @param what the edit in words
   * @param place the field that it touches, for example {@code facts.value}
   * @param rule the rule that it breaks; empty if none
   * @param schema the schema after it
   */
  record Edit(String subject, String what, String place, Optional<Rule> rule, String schema) {

    @Override
    public String toString() {
      return subject + ": " + what + " " + place;
    }
  }

  /** All edits of a schema, its nested records included. */
  static List<Edit> of(String subject, Schema schema) {
    Edits edits = new Edits(subject, json(schema.toString()));
    edits.record("", edits.root);
    return edits.edits;
  }

  private void record(String place, JsonNode schema) {
    ArrayNode fields = (ArrayNode) schema.get("fields");
    for (int i = 0; i < fields.size(); i++) {
      ObjectNode field = (ObjectNode) fields.get(i);
      String name = field.get("name").asText();
      String path = place.isEmpty() ? name : place + "." + name;
      removed(fields, i, path);
      change("renamed", path, Rule.FIELD_RENAMED, field, "name", name + "Renamed");
      changedType(field, path);
      turnedIntoBytes(field, path);
      within(path, field.get("type"));
    }
    added(fields, place);
  }

  private void removed(ArrayNode fields, int i, String path) {
    JsonNode field = fields.remove(i);
    Optional<Rule> rule =
        field.has("default") ? Optional.empty() : Optional.of(Rule.REQUIRED_FIELD_REMOVED);
    add("removed", path, rule);
    fields.insert(i, field);
  }

  private void added(ArrayNode fields, String place) {
    String path = place.isEmpty() ? "added" : place + "." + "added";
    ObjectNode field = fields.addObject().put("name", "added").put("type", "int");
    add("added without a default", path, Optional.of(Rule.FIELD_ADDED_WITHOUT_DEFAULT));
    field.put("default", 0);
    add("added with a default", path, Optional.empty());
    fields.remove(fields.size() - 1);
  }

  private void changedType(ObjectNode field, String path) {
    JsonNode type = field.get("type");
    JsonNode byDefault = field.get("default");
    boolean isBoolean = type.asText().equals("boolean");
    field.put("type", isBoolean ? "string" : "boolean");
    if (byDefault != null) {
      field.set("default", isBoolean ? field.textNode("") : field.booleanNode(false));
    }
    add(
        "changed type of",
        path,
        Optional.of(type.isArray() ? Rule.UNION_CHANGED : Rule.TYPE_CHANGED));
    field.set("type", type);
    if (byDefault != null) {
      field.set("default", byDefault);
    }
  }

  /** The change of a type that Avro itself takes. */
  private void turnedIntoBytes(ObjectNode field, String path) {
    JsonNode type = field.get("type");
    String text = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";
    if (type.isArray() ? type.toString().contains(text) : type.toString().equals(text)) {
      field.set("type", json(type.toString().replace(text, "\"bytes\"")));
      add("turned into bytes", path, Optional.of(Rule.TYPE_CHANGED));
      field.set("type", type);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Looks into what a field holds. */
  private void within(String path, JsonNode type) {
    if (type.isArray()) {
      type.forEach(branch -> within(path, branch));
      return;
    }
    switch (type.path("type").asText()) {
      case "record" -> record(path, type);
      case "array" -> within(path, type.get("items"));
      case "map" -> within(path, type.get("values"));
      case "enum" -> symbols(path, (ObjectNode) type);
      default -> {}
    }
  }

  private void symbols(String path, ObjectNode type) {
    ArrayNode symbols = (ArrayNode) type.get("symbols");
    for (int i = 0; i < symbols.size(); i++) {
      JsonNode symbol = symbols.remove(i);
      JsonNode byDefault = type.get("default");
      type.set("default", symbol.equals(byDefault) ? symbols.get(0) : byDefault);
      add(
          "symbol " + symbol.asText() + " removed from",
          path,
          Optional.of(Rule.ENUM_SYMBOL_REMOVED));
      type.set("default", byDefault);
      symbols.insert(i, symbol);
    }
    symbols.add("NEVER_SEEN");
    add("symbol added to", path, Optional.empty());
    symbols.remove(symbols.size() - 1);
  }

  private void change(
      String what, String path, Rule rule, ObjectNode node, String key, String value) {
    JsonNode before = node.get(key);
    node.put(key, value);
    add(what, path, Optional.of(rule));
    node.set(key, before);
  }

  private void add(String what, String path, Optional<Rule> rule) {
    edits.add(new Edit(subject, what, path, rule, root.toString()));
  }
}
