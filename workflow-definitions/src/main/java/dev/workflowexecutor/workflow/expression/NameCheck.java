package dev.workflowexecutor.workflow.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.workflowexecutor.workflow.finding.NearMiss;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the names in an expression that nobody declared, or that aren't known yet at its place. */
final class NameCheck {

  private final Vocabulary vocabulary;
  private final Set<String> stepsBefore;
  private final Places places;
  private final Set<Problem> problems = new LinkedHashSet<>();

  NameCheck(Vocabulary vocabulary, Set<String> stepsBefore, Places places) {
    this.vocabulary = vocabulary;
    this.stepsBefore = stepsBefore;
    this.places = places;
  }

  List<Problem> check(CelExpr expression) {
    walk(expression, Set.of());
    return List.copyOf(problems);
  }

  private void walk(CelExpr expression, Set<String> loopVariables) {
    switch (expression.getKind()) {
      case IDENT -> ident(expression, loopVariables);
      case SELECT -> select(expression, loopVariables);
      case COMPREHENSION -> comprehension(expression.comprehension(), loopVariables);
      case STRUCT ->
          problem(expression, "a value", "an object construction", "objects can't be constructed");
      case CALL, LIST, MAP, CONSTANT, NOT_SET ->
          SyntaxTree.children(expression).forEach(child -> walk(child, loopVariables));
    }
  }

  private void comprehension(CelComprehension loop, Set<String> loopVariables) {
    walk(loop.iterRange(), loopVariables);
    Set<String> inside = new HashSet<>(loopVariables);
    inside.addAll(List.of(loop.iterVar(), loop.iterVar2(), loop.accuVar()));
    walk(loop.accuInit(), inside);
    walk(loop.loopCondition(), inside);
    walk(loop.loopStep(), inside);
    walk(loop.result(), inside);
  }

  private void ident(CelExpr expression, Set<String> loopVariables) {
    String name = expression.ident().name();
    if (loopVariables.contains(name)
        || Vocabulary.ROOTS.contains(name)
        || vocabulary.lists().containsKey(name)) {
      return;
    }
    List<String> known = new ArrayList<>(Vocabulary.ROOTS);
    known.addAll(vocabulary.lists().keySet());
    problem(expression, "a name", "'" + name + "'", unknownName(name, known));
  }

  private String unknownName(String name, List<String> known) {
    if (vocabulary.facts().containsKey(name)) {
      return "did you mean 'facts." + name + "'?";
    }
    return NearMiss.of(name, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("put a text in quotes: '" + name + "'; known: " + String.join(", ", known));
  }

  private void select(CelExpr expression, Set<String> loopVariables) {
    NamePath path = NamePath.of(expression).orElse(NamePath.NONE);
    boolean ofOurs = path.root().equals("facts") || path.root().equals("steps");
    if (!ofOurs || loopVariables.contains(path.root())) {
      walk(expression.select().operand(), loopVariables);
    } else if (path.length() > 2) {
      field(expression, path, loopVariables);
    } else if (path.root().equals("facts")) {
      known(expression, "a fact", path.names().get(1), vocabulary.facts().keySet());
    } else {
      step(expression, path.names().get(1));
    }
  }

  private void field(CelExpr expression, NamePath path, Set<String> loopVariables) {
    walk(expression.select().operand(), loopVariables);
    var tool = vocabulary.steps().get(path.names().get(1));
    if (path.root().equals("steps") && path.length() == 3 && tool != null) {
      known(
          expression,
          "an output of " + tool.name(),
          expression.select().field(),
          tool.output().keySet());
    }
  }

  private void step(CelExpr expression, String name) {
    Map<String, ?> steps = vocabulary.steps();
    if (!steps.containsKey(name)) {
      known(expression, "a step", name, steps.keySet());
    } else if (!stepsBefore.contains(name)) {
      problem(
          expression,
          "a step whose output is known here",
          "step '" + name + "' that runs later",
          stepsBefore.isEmpty()
              ? "no step has run at this place"
              : "earlier steps: " + String.join(", ", stepsBefore));
    }
  }

  private void known(CelExpr at, String kind, String name, Collection<String> names) {
    if (!names.contains(name)) {
      problem(at, kind, "'" + name + "'", NearMiss.advice(name, names));
    }
  }

  private void problem(CelExpr at, String expected, String found, String advice) {
    problems.add(new Problem(Problem.Kind.NAME, places.of(at), expected, found, advice));
  }
}
