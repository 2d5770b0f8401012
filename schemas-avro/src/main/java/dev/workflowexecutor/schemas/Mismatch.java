package dev.workflowexecutor.schemas;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/**
 * One reason why a schema can't read records that were written with another.
 *
 * @param place the path of the reader's field, for example {@code facts.source}; empty for the
 *     record itself
 * @param type Avro's kind of the reason
 * @param found what Avro says of it, without the schemas
 */
public record Mismatch(String place, SchemaIncompatibilityType type, String found) {

  private static final int LONGEST_FOUND = 200;

  /** All of them, in the order of the reader's fields; empty if it can read them. */
  public static List<Mismatch> between(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(found -> of(reader, found))
        .toList();
  }

  private static Mismatch of(Schema reader, Incompatibility found) {
    return new Mismatch(
        SchemaPath.fieldPath(reader, found.getLocation()),
        found.getType(),
        shortened(found.getMessage()));
  }

  /** The writer's names are somebody else's input, of any length. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_FOUND ? text : text.substring(0, LONGEST_FOUND) + "...";
  }

  /** Place, kind and what was found. */
  @Override
  public String toString() {
    return "%s (%s): %s".formatted(place.isEmpty() ? "the record" : "field " + place, type, found);
  }
}
