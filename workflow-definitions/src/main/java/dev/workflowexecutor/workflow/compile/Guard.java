package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.Optional;
import java.util.Set;

/**
 * The condition of a rule, step, inference or outcome, with its place.
 *
 * @param source the condition's text; none if it holds always
 */
record Guard(Place place, Optional<Node.Scalar> source, Condition when) {

  /** Whether it holds always. */
  boolean isOtherwise() {
    return source.isEmpty();
  }

  /** Reads {@code when}, which may be left out where something happens always. */
  static Optional<Guard> ifAny(Section section, Expressions expressions, Set<String> stepsBefore) {
    return section.has("when")
        ? when(section, expressions, stepsBefore)
        : Optional.of(new Guard(section.place(), Optional.empty(), expressions.always()));
  }

  /** Reads {@code when} or {@code otherwise: true}, exactly one of them. */
  static Optional<Guard> required(
      Section section, Expressions expressions, Set<String> stepsBefore, Findings findings) {
    if (section.has("when") == section.has("otherwise")) {
      findings.error(
          section.place(),
          "either 'when' or 'otherwise'",
          section.has("when") ? "both" : "neither",
          "write 'when: condition', or 'otherwise: true' for the last resort");
      return Optional.empty();
    }
    if (section.has("when")) {
      return when(section, expressions, stepsBefore);
    }
    if (!section.flag("otherwise")) {
      findings.error(section.place("otherwise"), "'otherwise: true'", "something else", "");
      return Optional.empty();
    }
    return Optional.of(
        new Guard(section.place("otherwise"), Optional.empty(), expressions.always()));
  }

  private static Optional<Guard> when(
      Section section, Expressions expressions, Set<String> stepsBefore) {
    return section
        .text("when")
        .flatMap(
            source ->
                expressions
                    .condition(source, stepsBefore)
                    .map(when -> new Guard(source.place(), Optional.of(source), when)));
  }
}
