package dev.workflowexecutor.workflow.compile;

import static dev.cel.common.ast.CelConstant.Kind.STRING_VALUE;

import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Inference;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Understood;
import dev.workflowexecutor.workflow.expression.Wanted;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the inferences of a workflow in two passes: names of facts first, because expressions may
 * read inferred facts that aren't declared, which are texts.
 */
final class InferencesReader {

  private static final List<String> KEYS = List.of("fact", "when", "value");
  private static final Pattern BARE_WORDS = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ -]*");

  private record Declaration(String fact, FactType type, Section section) {}

  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<String, Fact> facts;
  private final Findings findings;

  InferencesReader(List<Node> items, Map<String, Fact> facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
    for (Node item : items) {
      Section.of(item, "an inference", KEYS, findings)
          .ifPresent(section -> section.requireText("fact").ifPresent(f -> declare(f, section)));
    }
  }

  private void declare(Node.Scalar name, Section section) {
    Fact fact = facts.get(name.text());
    if (fact == null && !Names.IDENTIFIER.check(name, findings)) {
      return;
    }
    if (fact == null) {
      NearMiss.of(name.text(), facts.keySet())
          .ifPresent(
              near ->
                  findings.warning(
                      name.place(),
                      "a declared fact",
                      name.kind(),
                      "did you mean '" + near + "'? If not, declare it under 'facts'"));
    } else if (fact.required()) {
      findings.warning(
          name.place(),
          "a fact that isn't required",
          "the required fact '" + name.text() + "'",
          "an inferred value never replaces the answer of the user, who is asked all the same");
    }
    declarations.add(
        new Declaration(name.text(), fact == null ? new FactType.Text() : fact.type(), section));
  }

  /** The inferred facts that the workflow doesn't declare. */
  Map<String, FactType> undeclared() {
    Map<String, FactType> types = new LinkedHashMap<>();
    declarations.stream()
        .filter(inference -> !facts.containsKey(inference.fact()))
        .forEach(inference -> types.put(inference.fact(), inference.type()));
    return types;
  }

  List<Guarded<Inference>> read(Expressions expressions) {
    List<Guarded<Inference>> inferences = new ArrayList<>();
    for (Declaration declaration : declarations) {
      Section section = declaration.section();
      section.require("when");
      Optional<Guard> guard = Guard.ifAny(section, expressions, Set.of());
      Optional<Expression> value =
          section
              .requireText("value")
              .flatMap(source -> value(source, declaration.type(), expressions));
      if (guard.isPresent() && value.isPresent()) {
        Inference inference =
            new Inference(declaration.fact(), declaration.type(), guard.get().when(), value.get());
        inferences.add(new Guarded<>(guard.get(), inference, List.of()));
      }
    }
    return inferences;
  }

  /** A canonical value, an expression, or bare words, in this order. */
  private Optional<Expression> value(Node.Scalar source, FactType type, Expressions expressions) {
    String text = source.text().strip();
    if (hasLiterals(type) && isCanonical(type, text)) {
      return Optional.of(Expression.literal(text));
    }
    Wanted wanted = Wanted.by(type);
    if (expressions.tried(source.text(), wanted) instanceof Understood.Good<Expression>) {
      return expressions.expression(source, wanted, Set.of()).filter(e -> fits(source, type, e));
    }
    if (!BARE_WORDS.matcher(text).matches()) {
      return expressions.expression(source, wanted, Set.of());
    }
    Optional<String> canonical = type.normalise(text, Instant.EPOCH);
    if (canonical.isEmpty()) {
      findings.error(
          source.place(), "a value of type " + type.keyword(), source.kind(), known(type, text));
    }
    return canonical.map(Expression::literal);
  }

  private boolean fits(Node.Scalar source, FactType type, Expression expression) {
    Optional<String> constant = constant(expression);
    if (constant.isEmpty() || type.normalise(constant.get(), Instant.EPOCH).isPresent()) {
      return true;
    }
    findings.error(
        source.place(),
        "a value of type " + type.keyword(),
        "'" + constant.get() + "'",
        known(type, constant.get()));
    return false;
  }

  private static Optional<String> constant(Expression expression) {
    return expression
        .ast()
        .map(ast -> ast.getExpr())
        .filter(tree -> tree.constantOrDefault().getKind() == STRING_VALUE)
        .map(tree -> tree.constant().stringValue());
  }

  private static boolean hasLiterals(FactType type) {
    return !(type instanceof FactType.Text) && Wanted.by(type) == Wanted.TEXT;
  }

  private static boolean isCanonical(FactType type, String text) {
    return type.normalise(text, Instant.EPOCH).filter(text::equals).isPresent();
  }

  private static String known(FactType type, String said) {
    return type instanceof FactType.Choice choice
        ? NearMiss.advice(said, choice.canonicalValues())
        : "";
  }
}
