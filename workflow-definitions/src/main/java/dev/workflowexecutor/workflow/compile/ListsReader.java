package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lists of a workflow: texts, or the values of a table. */
final class ListsReader {

  // Names that expressions know as types already.
  private static final Set<String> TYPE_NAMES =
      Set.of(
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "list",
          "map",
          "null_type",
          "type",
          "dyn",
          "money",
          "timestamp",
          "duration");

  private final ChoicesReader tables;
  private final Findings findings;

  ListsReader(ChoicesReader tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  Map<String, List<String>> read(Section workflow) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Node.Entry entry : workflow.entries("lists")) {
      String name = entry.key().text();
      if (Vocabulary.ROOTS.contains(name) || TYPE_NAMES.contains(name)) {
        findings.error(
            entry.key().place(),
            "a name of its own",
            "'" + name + "'",
            "expressions use it already");
      } else if (Names.IDENTIFIER.check(entry.key(), findings)) {
        lists.put(name, items(entry.value()));
      }
    }
    return lists;
  }

  private List<String> items(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return tables.read(node).stream().map(ChoiceValue::value).toList();
    }
    List<String> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : sequence.items()) {
      Section.text(item, "a text in the list", findings)
          .ifPresent(
              text -> {
                if (seen.add(text.text())) {
                  items.add(text.text());
                } else {
                  findings.warning(text.place(), "each text once", text.kind() + " again", "");
                }
              });
    }
    return items;
  }
}
