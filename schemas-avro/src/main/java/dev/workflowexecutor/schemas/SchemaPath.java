package dev.workflowexecutor.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Reads Avro's JSON pointers into a schema as the path of fields that a person would name. */
final class SchemaPath {

  private SchemaPath() {}

  /**
   * The dotted names of the fields that a pointer passes.
   *
   * @param pointer for example {@code /fields/3/type/items/fields/0}
   */
  static String fieldPath(Schema root, String pointer) {
    List<String> names = new ArrayList<>();
    Schema at = root;
    String[] parts = pointer.split("/");
    for (int i = 1; i < parts.length; i++) {
      switch (parts[i]) {
        case "fields" -> {
          Schema.Field field = record(at).getFields().get(Integer.parseInt(parts[++i]));
          names.add(field.name());
          at = field.schema();
        }
        case "items" -> at = at.getElementType();
        case "values" -> at = at.getValueType();
        default -> at = branch(at, parts[i]);
      }
    }
    return String.join(".", names);
  }

  /** Whether a schema has the field at a path; the empty path is the schema itself. */
  static boolean isIn(Schema root, String path) {
    Schema at = root;
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      Schema held = held(at);
      if (held.getType() != Schema.Type.RECORD || held.getField(name) == null) {
        return false;
      }
      at = held.getField(name).schema();
    }
    return true;
  }

  /** What arrays, maps and unions hold at last. */
  private static Schema held(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> held(schema.getElementType());
      case MAP -> held(schema.getValueType());
      case UNION ->
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .findFirst()
              .map(SchemaPath::held)
              .orElse(schema);
      case RECORD, ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> schema;
    };
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Schema record(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(t -> t.getType() == Schema.Type.RECORD)
        .findFirst()
        .orElseThrow();
  }

  private static Schema branch(Schema schema, String part) {
    boolean isIndex = !part.isEmpty() && part.chars().allMatch(Character::isDigit);
    return isIndex && schema.getType() == Schema.Type.UNION
        ? schema.getTypes().get(Integer.parseInt(part))
        : schema;
  }
}
