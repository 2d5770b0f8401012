package dev.workflowexecutor.workflow.compile;

import static java.util.Locale.ROOT;

import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values of a choice: a list of them, or the name of a table. */
final class ChoicesReader {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

  private final PackSources sources;
  private final Set<String> tablesUsed = new HashSet<>();
  private final Findings findings;

  ChoicesReader(PackSources sources, Findings findings) {
    this.sources = sources;
    this.findings = findings;
  }

  Set<String> tablesUsed() {
    return tablesUsed;
  }

  List<ChoiceValue> read(Node node) {
    return switch (node) {
      case Node.Sequence(Place place, List<Node> items) -> listed(place, items);
      case Node.Scalar scalar -> table(scalar);
      case Node.Mapping mapping -> {
        findings.error(
            mapping.place(), "a list of choices or the name of a .csv file", mapping.kind(), "");
        yield List.of();
      }
    };
  }

  private List<ChoiceValue> listed(Place place, List<Node> items) {
    List<ChoiceValue> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : items) {
      Section.text(item, "a text in 'choices'", findings)
          .ifPresent(
              text -> {
                if (!seen.add(SEPARATORS.matcher(text.text()).replaceAll("").toLowerCase(ROOT))) {
                  findings.error(
                      text.place(),
                      "choices that differ by more than case, spaces and hyphens",
                      text.kind() + " again",
                      "");
                }
                values.add(new ChoiceValue(text.text(), List.of()));
              });
    }
    if (values.isEmpty()) {
      findings.error(place, "at least one choice", "none", "");
    }
    return values;
  }

  private List<ChoiceValue> table(Node.Scalar name) {
    var table = sources.table(name.text());
    if (table.isEmpty()) {
      findings.error(
          name.place(),
          "a list of choices or the name of a .csv file of the pack",
          name.kind(),
          NearMiss.advice(name.text(), sources.tableNames()));
      return List.of();
    }
    tablesUsed.add(name.text());
    return table.get();
  }
}
