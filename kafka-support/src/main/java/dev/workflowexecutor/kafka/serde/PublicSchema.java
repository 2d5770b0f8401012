package dev.workflowexecutor.kafka.serde;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A schema as other languages see it: a generated class's without the hints for Java. */
public final class PublicSchema {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String JAVA_STRING = "avro.java.string";

  private PublicSchema() {}

  /** The same schema without {@code avro.java.string}; encodes to the same bytes. */
  public static Schema of(Schema generated) {
    JsonNode json = JSON.readTree(generated.toString());
    strip(json);
    return new Schema.Parser().parse(json.toString());
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
    }
    node.forEach(PublicSchema::strip);
  }
}
