package dev.workflowexecutor.workflow.yaml;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Copies the parser's nodes, and finds keys given twice, tags and whatever grows by aliases. */
final class NodeReader {

  private static final int MAX_NODES = 200_000;
  private static final int MAX_DEPTH = 20;
  private static final String STANDARD_TAG = "tag:yaml.org,2002:";

  private final String file;
  private final int[] text;
  private final Findings findings;
  private int nodes;

  NodeReader(String file, String text, Findings findings) {
    this.file = file;
    this.text = text.codePoints().toArray();
    this.findings = findings;
  }

  Optional<Node> read(org.yaml.snakeyaml.nodes.Node root) {
    return read(root, 0);
  }

  private Optional<Node> read(org.yaml.snakeyaml.nodes.Node node, int depth) {
    nodes++;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) {
      if (depth > MAX_DEPTH || nodes == MAX_NODES + 1) {
        findings.error(
            place(node),
            "at most " + MAX_NODES + " values, nested at most " + MAX_DEPTH + " deep",
            "more",
            "an alias (*name) may not contain itself");
      }
      return Optional.empty();
    }
    boolean tagged = hasTag(node);
    if (tagged) {
      refuseTag(node);
    }
    return switch (node) {
      case ScalarNode scalar -> Optional.of(tagged ? untagged(scalar) : scalar(scalar));
      case SequenceNode sequence -> Optional.of(sequence(sequence, depth));
      case MappingNode mapping -> Optional.of(mapping(mapping, depth));
      default -> Optional.empty();
    };
  }

  private static boolean hasTag(org.yaml.snakeyaml.nodes.Node node) {
    String tag = node.getTag().getValue();
    return !tag.startsWith(STANDARD_TAG) || tag.startsWith(STANDARD_TAG + "java");
  }

  private void refuseTag(org.yaml.snakeyaml.nodes.Node node) {
    findings.error(
        place(node),
        "a value without a tag",
        "the tag " + node.getTag().getValue(),
        "put an expression that begins with ! in quotes");
  }

  /** The text as it is written, tag included: most likely an expression that begins with "!". */
  private Node.Scalar untagged(ScalarNode node) {
    int from = Math.min(node.getStartMark().getIndex(), text.length);
    int to = Math.clamp(node.getEndMark().getIndex(), from, text.length);
    return new Node.Scalar(
        new String(text, from, to - from),
        true,
        new ScalarSource(place(node), text, from, ScalarSource.Style.PLAIN));
  }

  private Node.Scalar scalar(ScalarNode node) {
    ScalarStyle style = node.getScalarStyle();
    ScalarSource.Style written =
        switch (style) {
          case SINGLE_QUOTED -> ScalarSource.Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarSource.Style.DOUBLE_QUOTED;
          case LITERAL, FOLDED -> ScalarSource.Style.BLOCK;
          case PLAIN -> ScalarSource.Style.PLAIN;
        };
    int from = Math.min(node.getStartMark().getIndex(), text.length);
    return new Node.Scalar(
        node.getValue(),
        written == ScalarSource.Style.PLAIN,
        new ScalarSource(place(node), text, from, written));
  }

  private Node.Sequence sequence(SequenceNode node, int depth) {
    List<Node> items = new ArrayList<>();
    for (org.yaml.snakeyaml.nodes.Node item : node.getValue()) {
      read(item, depth + 1).ifPresent(items::add);
    }
    return new Node.Sequence(place(node), items);
  }

  private Node.Mapping mapping(MappingNode node, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        findings.error(place(tuple.getKeyNode()), "a name as key", "a list or mapping", "");
        continue;
      }
      Node.Scalar key = scalar(keyNode);
      Place first = seen.putIfAbsent(key.text(), key.place());
      if (first != null) {
        findings.error(
            key.place(),
            "each key once",
            "'" + key.text() + "' again",
            "it is in line " + first.line() + " already");
        continue;
      }
      read(tuple.getValueNode(), depth + 1)
          .ifPresent(value -> entries.add(new Node.Entry(key, value)));
    }
    return new Node.Mapping(place(node), entries);
  }

  private Place place(org.yaml.snakeyaml.nodes.Node node) {
    return new Place(file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }
}
