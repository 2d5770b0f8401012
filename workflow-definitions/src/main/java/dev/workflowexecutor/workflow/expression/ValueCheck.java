package dev.workflowexecutor.workflow.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.finding.NearMiss;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds literals that can never be right: values that a choice doesn't have, bad patterns. */
final class ValueCheck {

  private final Domains domains;
  private final Places places;
  private final List<Problem> problems = new ArrayList<>();

  ValueCheck(Vocabulary vocabulary, Places places) {
    this.domains = new Domains(vocabulary);
    this.places = places;
  }

  List<Problem> check(CelExpr expression) {
    walk(expression);
    return problems;
  }

  private void walk(CelExpr expression) {
    if (expression.getKind() == CelExpr.ExprKind.Kind.CALL) {
      call(expression.call());
    }
    SyntaxTree.children(expression).forEach(this::walk);
  }

  private void call(CelExpr.CelCall call) {
    switch (call.function()) {
      case "_==_", "_!=_" -> {
        compare(call.args().get(0), call.args().get(1));
        compare(call.args().get(1), call.args().get(0));
      }
      case "@in" -> {
        CelExpr among = call.args().get(1);
        if (among.getKind() == CelExpr.ExprKind.Kind.LIST) {
          among.list().elements().forEach(element -> compare(call.args().get(0), element));
        }
      }
      case "matches" ->
          literal(call.args().getLast(), "a regular expression (RE2)", ValueCheck::re2);
      case "timestamp" ->
          literal(call.args().getFirst(), "a time such as 2026-11-12T00:00:00Z", ValueCheck::time);
      default -> {}
    }
  }

  private void compare(CelExpr name, CelExpr value) {
    Optional<List<String>> values = NamePath.of(name).flatMap(domains::values);
    Optional<String> literal = text(value);
    if (values.isPresent() && literal.isPresent() && !values.get().contains(literal.get())) {
      problems.add(
          new Problem(
              Problem.Kind.TYPE,
              places.of(value),
              "a value that " + NamePath.of(name).orElseThrow() + " can have",
              "'" + literal.get() + "'",
              NearMiss.advice(literal.get(), values.get())));
    }
  }

  private interface Reading {
    void read(String text);
  }

  private void literal(CelExpr value, String expected, Reading reading) {
    text(value)
        .ifPresent(
            literal -> {
              try {
                reading.read(literal);
              } catch (PatternSyntaxException | DateTimeException e) {
                problems.add(
                    new Problem(
                        Problem.Kind.TYPE,
                        places.of(value),
                        expected,
                        "'" + literal + "'",
                        "" + e.getMessage()));
              }
            });
  }

  private static void re2(String text) {
    var _ = Pattern.compile(text);
  }

  private static void time(String text) {
    var _ = OffsetDateTime.parse(text);
  }

  private static Optional<String> text(CelExpr value) {
    return value.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && value.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(value.constant().stringValue())
        : Optional.empty();
  }
}
