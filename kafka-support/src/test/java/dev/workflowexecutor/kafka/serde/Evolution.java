package dev.workflowexecutor.kafka.serde;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Other versions of a schema. */
public final class Evolution {

  private static final JsonMapper JSON = new JsonMapper();

  private Evolution() {}

  public static Schema withOptionalField(Schema schema, String field) {
    JsonNode json = JSON.readTree(PublicSchema.of(schema).toString());
    ((ArrayNode) json.path("fields"))
        .add(
            JSON.readTree(
                """
                {"name":"%s","type":["null","string"],"default":null}"""
                    .formatted(field)));
    return new Schema.Parser().parse(json.toString());
  }

  public static Schema withoutField(Schema schema, String field) {
    JsonNode json = JSON.readTree(PublicSchema.of(schema).toString());
    ArrayNode fields = (ArrayNode) json.path("fields");
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (fields.get(i).path("name").asString().equals(field)) {
        fields.remove(i);
      }
    }
    return new Schema.Parser().parse(json.toString());
  }

  /** The same with something replaced in its text. */
  public static Schema replacing(Schema schema, String what, String by) {
    String text = PublicSchema.of(schema).toString();
    if (!text.contains(what)) {
      throw new AssertionError("expected " + what + " in " + text);
    }
    return new Schema.Parser().parse(text.replace(what, by));
  }
}
