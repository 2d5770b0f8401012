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
   * All violations of a schema against the released versions, ordered by version, then place.
   *
   * @param released the released schemas by version
   * @return empty if the schema is compatible with each
   */
  public static List<Violation> check(
      String subject, Schema current, SortedMap<Integer, Schema> released) {
    List<Violation> violations = new ArrayList<>();
    released.forEach(
        (version, schema) -> violations.addAll(against(subject, current, version, schema)));
    return List.copyOf(violations);
  }

  private static List<Violation> against(
      String subject, Schema current, int version, Schema released) {
    Set<Violation> violations = new LinkedHashSet<>();
    SilentChanges.find(current, released)
        .forEach(
            c -> violations.add(new Violation(subject, version, c.place(), c.rule(), c.found())));
    for (Incompatibility i : incompatibilities(current, released)) {
      violations.add(violation(subject, version, current, i, Reader.CURRENT));
    }
    for (Incompatibility i : incompatibilities(released, current)) {
      violations.add(violation(subject, version, released, i, Reader.RELEASED));
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
      String subject, int version, Schema reader, Incompatibility found, Reader side) {
    Violation.Rule rule = rule(found.getType(), side);
    String place = SchemaPath.fieldPath(reader, found.getLocation());
    String what =
        side == Reader.CURRENT
            ? "the current schema can't read its records (" + found.getMessage() + ")"
            : "it can't read current records (" + found.getMessage() + ")";
    return new Violation(subject, version, place, rule, what);
  }

  private static Violation.Rule rule(SchemaIncompatibilityType type, Reader side) {
    return switch (type) {
      case READER_FIELD_MISSING_DEFAULT_VALUE ->
          side == Reader.CURRENT
              ? Violation.Rule.FIELD_ADDED_WITHOUT_DEFAULT
              : Violation.Rule.REQUIRED_FIELD_REMOVED;
      case MISSING_ENUM_SYMBOLS ->
          side == Reader.CURRENT
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
    CURRENT,
    RELEASED
  }
}
