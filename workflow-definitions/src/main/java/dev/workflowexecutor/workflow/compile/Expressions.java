package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Language;
import dev.workflowexecutor.workflow.expression.Problem;
import dev.workflowexecutor.workflow.expression.Template;
import dev.workflowexecutor.workflow.expression.Understood;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.expression.Wanted;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles the expressions of a definition's scalars; their problems become findings. */
final class Expressions {

  private final Vocabulary vocabulary;
  private final Language language;
  private final Set<String> broken;
  private final Findings findings;

  /**
   * @param broken paths whose declarations have errors: what these cause elsewhere isn't reported
   */
  Expressions(Vocabulary vocabulary, Set<String> broken, Findings findings) {
    this.vocabulary = vocabulary;
    this.language = new Language(vocabulary);
    this.broken = Set.copyOf(broken);
    this.findings = findings;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** A condition; empty, with findings, if it isn't one. */
  Optional<Condition> condition(Node.Scalar source, Set<String> stepsBefore) {
    return value(source, language.condition(source.text(), stepsBefore));
  }

  /** An expression of the wanted type. */
  Optional<Expression> expression(Node.Scalar source, Wanted type, Set<String> stepsBefore) {
    return value(source, language.expression(source.text(), type, stepsBefore));
  }

  /** Whether a text is an expression of the wanted type, without findings. */
  Understood<Expression> tried(String source, Wanted type) {
    return language.expression(source, type, Set.of());
  }

  Optional<Template> template(Node.Scalar source, Set<String> stepsBefore) {
    return value(source, language.template(source.text(), stepsBefore));
  }

  /** The condition that always holds. */
  Condition always() {
    return switch (language.condition("true", Set.of())) {
      case Understood.Good<Condition>(Condition condition) -> condition;
      case Understood.Bad<Condition>(List<Problem> problems) ->
          throw new IllegalStateException("'true' isn't a condition: " + problems);
    };
  }

  private <T> Optional<T> value(Node.Scalar source, Understood<T> understood) {
    return switch (understood) {
      case Understood.Good<T>(T value) -> Optional.of(value);
      case Understood.Bad<T>(List<Problem> problems) -> {
        problems.stream()
            .filter(problem -> !followsFromBroken(source, problem))
            .forEach(problem -> report(source, problem));
        yield Optional.empty();
      }
    };
  }

  private boolean followsFromBroken(Node.Scalar source, Problem problem) {
    boolean namesBroken = broken.stream().anyMatch(source.text()::contains);
    return namesBroken
        && (problem.kind() == Problem.Kind.TYPE
            || problem.expected().equals("an output of " + StepsReader.UNKNOWN.name()));
  }

  private void report(Node.Scalar source, Problem problem) {
    findings.error(
        source.place(problem.offset()), problem.expected(), problem.found(), problem.advice());
  }
}
