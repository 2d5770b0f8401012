package dev.workflowexecutor.workflow.yaml;

import dev.workflowexecutor.workflow.finding.Place;
import java.util.List;
import java.util.Optional;

/** A value in a YAML file, with its place. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** What kind of value it is, in words for a finding. */
  default String kind() {
    return switch (this) {
      case Scalar scalar -> scalar.isNothing() ? "nothing" : "'" + shorten(scalar.text()) + "'";
      case Sequence _ -> "a list";
      case Mapping _ -> "a mapping";
    };
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  /**
   * A text as it is written: {@code yes}, {@code 5} and {@code 1.10} stay what they are.
   *
   * @param plain whether it is written without quotes
   */
  record Scalar(String text, boolean plain, ScalarSource source) implements Node {

    @Override
    public Place place() {
      return source.start();
    }

    /** The place of a code point of the text. */
    public Place place(int offset) {
      return source.place(text, offset);
    }

    /** Whether nothing stands there: an empty value, {@code ~} or {@code null}. */
    public boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A mapping, in the order of the file, each key once. */
  record Mapping(Place place, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<Node> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }
  }

  /** A key of a mapping with its value. */
  record Entry(Scalar key, Node value) {}
}
