package dev.workflowexecutor.schemas;

/**
 * One way in which a schema breaks a released version of its subject.
 *
 * @param subject the subject, for example {@code problems.raw-value}
 * @param version the released version that is broken, from 1
 * @param place the path of the field, for example {@code facts.source}; empty for the record itself
 * @param rule which rule is broken
 * @param found what the check saw there
 */
public record Violation(String subject, int version, String place, Rule rule, String found) {

  /** A rule of full transitive compatibility, with what would be compatible instead. */
  public enum Rule {
    /** A reader of the current schema finds no value in records of the released version. */
    FIELD_ADDED_WITHOUT_DEFAULT("give the new field a default"),
    /** A reader of the released version finds no value in current records. */
    REQUIRED_FIELD_REMOVED("keep the field: its released version has no default"),
    /** A field went and one of the same type came: readers would see defaults instead of values. */
    FIELD_RENAMED("keep the old name, or add the new field and leave the old one where it is"),
    /** The types can't be read as one another in both directions. */
    TYPE_CHANGED("keep the type, and add a new optional field of the new type"),
    /** The same bytes would mean something else. */
    LOGICAL_TYPE_CHANGED("keep the logical type, and add a new optional field of the new one"),
    /** Records that carry the symbol would be read as the default. */
    ENUM_SYMBOL_REMOVED("keep the symbol, and stop writing it"),
    /** Released readers have no default to read the new symbol as. */
    ENUM_SYMBOL_ADDED_WITHOUT_DEFAULT(
        "add it only to an enum whose released version has a default"),
    /** A union lost or gained a branch that the other side can't read. */
    UNION_CHANGED("keep the union's branches as they are"),
    /** The record, enum or fixed has another name. */
    NAME_CHANGED("keep the name and the namespace"),
    /** A fixed has another size. */
    FIXED_SIZE_CHANGED("keep the size, and add a new optional field");

    private final String advice;

    Rule(String advice) {
      this.advice = advice;
    }

    /** What would be compatible instead. */
    public String advice() {
      return advice;
    }
  }

  /** One line: subject, version, place, rule, what was found, and what would be compatible. */
  @Override
  public String toString() {
    String where = place.isEmpty() ? "the record" : "field " + place;
    return "%s: %s breaks released version %d (%s): %s; compatible would be: %s"
        .formatted(subject, where, version, rule, found, rule.advice());
  }
}
