package dev.workflowexecutor.schemas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/**
 * The check that a schema and every released version of its subject can read each other's records:
 * the registry's FULL_TRANSITIVE, and stricter where Avro would resolve a difference silently
 * (removed enum symbols, renamed optional fields, other logical types).
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#schema-resolution">Avro schema
 *     resolution</a>
 */
public final class Compatibility {

  private Compatibility() {}

  /**
   * One of two schemas of a subject.
   *
   * @param name what people call it, for example {@code the current schema}
   */
  public record Side(String name, Schema schema) {}

  /**
   * All violations of a schema against the released versions, ordered by version, then place.
   *
   * @param released the released schemas by version
   * @return empty if the schema is compatible with each
   */
  public static List<Violation> check(
      String subject, Schema current, SortedMap<Integer, Schema> released) {
    Side newer = new Side("the current schema", current);
    List<Violation> violations = new ArrayList<>();
    released.forEach(
        (version, schema) ->
            violations.addAll(
                compare(subject, version, newer, new Side("the released one", schema))));
    return List.copyOf(violations);
  }

  /**
   * All violations of a schema against one that came before it, ordered by place.
   *
   * @param version the version that the violations name
   * @return empty if the two are compatible
   */
  public static List<Violation> compare(String subject, int version, Side newer, Side older) {
    Set<Violation> violations = new LinkedHashSet<>();
    SilentChanges.find(newer.schema(), older.schema())
        .forEach(
            c -> violations.add(new Violation(subject, version, c.place(), c.rule(), c.found())));
    for (Incompatibility i : incompatibilities(newer.schema(), older.schema())) {
      violations.add(violation(subject, version, newer, older, i, Reader.NEWER));
    }
    for (Incompatibility i : incompatibilities(older.schema(), newer.schema())) {
      violations.add(violation(subject, version, older, newer, i, Reader.OLDER));
    }
    return violations.stream()
        .filter(v -> !isExplainedByRename(v, violations))
        .sorted(Comparator.comparing(Violation::place).thenComparing(Violation::rule))
        .toList();
  }

  private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities();
  }

  private static Violation violation(
      String subject, int version, Side reader, Side writer, Incompatibility found, Reader side) {
    String place = SchemaPath.fieldPath(reader.schema(), found.getLocation());
    // Avro tells of a missing enum as of a type that doesn't match the record's.
    boolean isMissing = !SchemaPath.isIn(writer.schema(), place);
    String what =
        "%s can't read records of %s (%s)"
            .formatted(
                reader.name(),
                writer.name(),
                isMissing ? "they have no value for it" : found.getMessage());
    SchemaIncompatibilityType type =
        isMissing ? SchemaIncompatibilityType.READER_FIELD_MISSING_DEFAULT_VALUE : found.getType();
    return new Violation(subject, version, place, rule(type, side), what);
  }

  private static Violation.Rule rule(SchemaIncompatibilityType type, Reader side) {
    return switch (type) {
      case READER_FIELD_MISSING_DEFAULT_VALUE ->
          side == Reader.NEWER
              ? Violation.Rule.FIELD_ADDED_WITHOUT_DEFAULT
              : Violation.Rule.REQUIRED_FIELD_REMOVED;
      case MISSING_ENUM_SYMBOLS ->
          side == Reader.NEWER
              ? Violation.Rule.ENUM_SYMBOL_REMOVED
              : Violation.Rule.ENUM_SYMBOL_ADDED_WITHOUT_DEFAULT;
      case MISSING_UNION_BRANCH -> Violation.Rule.UNION_CHANGED;
      case NAME_MISMATCH -> Violation.Rule.NAME_CHANGED;
      case FIXED_SIZE_MISMATCH -> Violation.Rule.FIXED_SIZE_CHANGED;
      case TYPE_MISMATCH -> Violation.Rule.TYPE_CHANGED;
    };
  }

  /** A rename shows as a removal and an addition too; only the rename is told. */
  private static boolean isExplainedByRename(Violation violation, Set<Violation> all) {
    if (violation.rule() != Violation.Rule.REQUIRED_FIELD_REMOVED
        && violation.rule() != Violation.Rule.FIELD_ADDED_WITHOUT_DEFAULT) {
      return false;
    }
    return all.stream()
        .filter(v -> v.rule() == Violation.Rule.FIELD_RENAMED)
        .anyMatch(
            v ->
                v.place().equals(violation.place())
                    || v.found().contains("'" + SchemaPath.lastName(violation.place()) + "'"));
  }

  private enum Reader {
    NEWER,
    OLDER
  }
}
