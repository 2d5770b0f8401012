package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Intent;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the intents of a workflow. */
final class IntentsReader {

  private static final List<String> KEYS = List.of("description", "examples");

  private final Findings findings;

  IntentsReader(Findings findings) {
    this.findings = findings;
  }

  Map<String, Declared<Intent>> read(Section workflow) {
    Map<String, Declared<Intent>> intents = new LinkedHashMap<>();
    for (Node.Entry entry : workflow.entries("intents")) {
      Names.INTENT.check(entry.key(), findings);
      intents.put(entry.key().text(), new Declared<>(entry.key().place(), intent(entry)));
    }
    if (intents.isEmpty()
        && workflow.get("intents").filter(Node.Mapping.class::isInstance).isPresent()) {
      findings.error(workflow.place("intents"), "at least one intent", "none", "");
    }
    return intents;
  }

  private Intent intent(Node.Entry entry) {
    String name = entry.key().text();
    return Section.of(entry.value(), "intent " + name, KEYS, findings)
        .map(section -> new Intent(name, section.textOrEmpty("description"), examples(section)))
        .orElse(new Intent(name, "", List.of()));
  }

  private List<String> examples(Section section) {
    List<String> examples = new ArrayList<>();
    section.require("examples");
    for (Node item : section.items("examples")) {
      Section.text(item, "a text in 'examples'", findings)
          .ifPresent(text -> examples.add(text.text().strip()));
    }
    if (section.get("examples").orElse(null) instanceof Node.Sequence(Place place, List<Node> items)
        && items.isEmpty()) {
      findings.error(place, "at least one example", "none", "write how people say it");
    }
    return examples;
  }
}
