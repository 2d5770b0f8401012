package dev.workflowexecutor.schemas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** Finds differences that Avro resolves without complaint and that change what a record says. */
final class SilentChanges {

  private final List<Change> changes = new ArrayList<>();
  private final Set<String> visited = new LinkedHashSet<>();

  private SilentChanges() {}

  static List<Change> find(Schema current, Schema released) {
    SilentChanges search = new SilentChanges();
    search.compare("", current, released);
    return List.copyOf(search.changes);
  }

  private void compare(String place, Schema current, Schema released) {
    compareLogicalTypes(place, current, released);
    if (current.getType() != released.getType()) {
      compareText(place, current, released);
      return;
    }
    switch (current.getType()) {
      case RECORD -> compareRecords(place, current, released);
      case ENUM -> compareEnums(place, current, released);
      case ARRAY -> compare(place, current.getElementType(), released.getElementType());
      case MAP -> compare(place, current.getValueType(), released.getValueType());
      case UNION -> compareUnions(place, current, released);
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  /** Avro reads text as bytes and bytes as text; programs can't take one for the other. */
  private void compareText(String place, Schema current, Schema released) {
    if (isText(current) && isText(released)) {
      String found = "it was %s and is %s".formatted(released.getName(), current.getName());
      changes.add(new Change(place, Violation.Rule.TYPE_CHANGED, found));
    }
  }

  private static boolean isText(Schema schema) {
    return schema.getType() == Schema.Type.STRING || schema.getType() == Schema.Type.BYTES;
  }

  private void compareLogicalTypes(String place, Schema current, Schema released) {
    String now = logicalName(current);
    String before = logicalName(released);
    if (!now.equals(before)) {
      String found = "it was " + before + " and is " + now;
      changes.add(new Change(place, Violation.Rule.LOGICAL_TYPE_CHANGED, found));
    }
  }

  private static String logicalName(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return logical == null ? "without logical type" : logical.getName();
  }

  private void compareRecords(String place, Schema current, Schema released) {
    if (!visited.add(current.getFullName() + " " + place)) {
      return;
    }
    findRenames(place, current, released);
    for (Schema.Field field : released.getFields()) {
      Schema.Field now = current.getField(field.name());
      if (now != null) {
        compare(within(place, field.name()), now.schema(), field.schema());
      }
    }
  }

  private void findRenames(String place, Schema current, Schema released) {
    List<Schema.Field> added = new ArrayList<>(current.getFields());
    added.removeIf(f -> released.getField(f.name()) != null);
    for (Schema.Field gone : released.getFields()) {
      if (current.getField(gone.name()) != null) {
        continue;
      }
      added.stream()
          .filter(f -> Objects.equals(f.schema(), gone.schema()))
          .findFirst()
          .ifPresent(
              f -> {
                added.remove(f);
                String found = "it is gone and '" + f.name() + "' of the same type came";
                changes.add(
                    new Change(within(place, gone.name()), Violation.Rule.FIELD_RENAMED, found));
              });
    }
  }

  private void compareEnums(String place, Schema current, Schema released) {
    List<String> gone = new ArrayList<>(released.getEnumSymbols());
    gone.removeAll(current.getEnumSymbols());
    if (!gone.isEmpty()) {
      String found = "the symbols " + gone + " of " + released.getName() + " are gone";
      changes.add(new Change(place, Violation.Rule.ENUM_SYMBOL_REMOVED, found));
    }
  }

  private void compareUnions(String place, Schema current, Schema released) {
    for (Schema branch : released.getTypes()) {
      branch(current, b -> b.getFullName().equals(branch.getFullName()))
          .or(() -> branch(current, b -> isText(b) && isText(branch)))
          .ifPresent(b -> compare(place, b, branch));
    }
  }

  private static Optional<Schema> branch(Schema union, Predicate<Schema> wanted) {
    return union.getTypes().stream().filter(wanted).findFirst();
  }

  private static String within(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  record Change(String place, Violation.Rule rule, String found) {}
}
