package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Keys of which a section has exactly one. */
record Alternatives(List<String> keys) {

  /** The key that is there; empty, with a finding, if there is none or more than one. */
  Optional<Node.Entry> read(Section section, Findings findings) {
    List<Node.Entry> present = section.present(keys);
    if (present.size() == 1) {
      return Optional.of(present.getFirst());
    }
    String found =
        present.isEmpty()
            ? "none"
            : String.join(" and ", present.stream().map(entry -> entry.key().text()).toList());
    findings.error(section.place(), "exactly one of " + String.join(", ", keys), found, "");
    return Optional.empty();
  }
}
