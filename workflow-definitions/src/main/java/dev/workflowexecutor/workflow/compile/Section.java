package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * A mapping with known keys, whose values are read by their kinds; what doesn't fit is a finding.
 */
final class Section {

  private final Node.Mapping mapping;
  private final String what;
  private final Findings findings;

  private Section(Node.Mapping mapping, String what, Findings findings) {
    this.mapping = mapping;
    this.what = what;
    this.findings = findings;
  }

  /** A node as a section with these keys; empty, with a finding, if it isn't a mapping. */
  static Optional<Section> of(Node node, String what, List<String> keys, Findings findings) {
    if (!(node instanceof Node.Mapping mapping)) {
      findings.error(
          node.place(), what + " as a mapping", node.kind(), "keys: " + String.join(", ", keys));
      return Optional.empty();
    }
    for (Node.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        findings.error(
            entry.key().place(), "a key of " + what, "'" + key + "'", NearMiss.advice(key, keys));
      }
    }
    return Optional.of(new Section(mapping, what, findings));
  }

  Place place() {
    return mapping.place();
  }

  /** The place of a key's value, or of the section if the key isn't there. */
  Place place(String key) {
    return mapping.get(key).map(Node::place).orElse(mapping.place());
  }

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  Optional<Node> get(String key) {
    return mapping.get(key);
  }

  /** The keys of these that are there, in the order of the file. */
  List<Node.Entry> present(List<String> keys) {
    return mapping.entries().stream().filter(entry -> keys.contains(entry.key().text())).toList();
  }

  Optional<Node> require(String key) {
    Optional<Node> value = mapping.get(key);
    if (value.isEmpty()) {
      findings.error(mapping.place(), "'" + key + "' in " + what, "none", "add '" + key + ":'");
    }
    return value;
  }

  Optional<Node.Scalar> text(String key) {
    return mapping.get(key).flatMap(node -> text(node, "a text for '" + key + "'", findings));
  }

  Optional<Node.Scalar> requireText(String key) {
    return require(key).flatMap(node -> text(node, "a text for '" + key + "'", findings));
  }

  /** The text of a key, or nothing said. */
  String textOrEmpty(String key) {
    return text(key).map(Node.Scalar::text).orElse("");
  }

  /** A node that is a text with something in it. */
  static Optional<Node.Scalar> text(Node node, String expected, Findings findings) {
    if (node instanceof Node.Scalar scalar && !scalar.isNothing() && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    String advice = node instanceof Node.Mapping ? "put a text with braces in quotes" : "";
    findings.error(
        node.place(), expected, node instanceof Node.Scalar ? "nothing" : node.kind(), advice);
    return Optional.empty();
  }

  boolean flag(String key) {
    return text(key).map(scalar -> flag(key, scalar)).orElse(false);
  }

  private boolean flag(String key, Node.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> true;
      case "false" -> false;
      case String _ -> {
        findings.error(scalar.place(), "true or false for '" + key + "'", scalar.kind(), "");
        yield false;
      }
    };
  }

  /** A whole number of at least one. */
  Optional<Integer> positive(String key) {
    return text(key).flatMap(scalar -> positive(key, scalar));
  }

  private Optional<Integer> positive(String key, Node.Scalar scalar) {
    if (scalar.plain() && scalar.text().matches("[1-9][0-9]{0,8}")) {
      return Optional.of(Integer.valueOf(scalar.text()));
    }
    findings.error(
        scalar.place(),
        "a whole number from 1 for '" + key + "'",
        scalar.kind(),
        scalar.plain() ? "" : "write it without quotes");
    return Optional.empty();
  }

  /** The items of a list; none, with a finding, if it is something else. */
  List<Node> items(String key) {
    return mapping.get(key).map(node -> items(node, "a list for '" + key + "'")).orElse(List.of());
  }

  private List<Node> items(Node node, String expected) {
    if (node instanceof Node.Sequence(Place _, List<Node> items)) {
      return items;
    }
    findings.error(node.place(), expected, node.kind(), "begin each item with '- '");
    return List.of();
  }

  /** The entries of a mapping with free keys; none, with a finding, if it is something else. */
  List<Node.Entry> entries(String key) {
    return mapping.get(key).map(node -> entries(node, key)).orElse(List.of());
  }

  private List<Node.Entry> entries(Node node, String key) {
    if (node instanceof Node.Mapping(Place _, List<Node.Entry> entries)) {
      return entries;
    }
    findings.error(node.place(), "a mapping for '" + key + "'", node.kind(), "");
    return List.of();
  }
}
