package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Compiles the expressions, conditions and templates of one workflow. */
public final class Language {

  private final Vocabulary vocabulary;
  private final Cel cel;
  private final Bindings bindings;

  public Language(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.cel = new Cel(vocabulary);
    this.bindings = new Bindings(vocabulary);
  }

  /** Compiles a condition that sees the outputs of these steps. */
  public Understood<Condition> condition(String source, Set<String> stepsBefore) {
    return compile(source, Wanted.BOOLEAN, stepsBefore, Condition::new);
  }

  /** Compiles an expression of the wanted type that sees the outputs of these steps. */
  public Understood<Expression> expression(String source, Wanted type, Set<String> stepsBefore) {
    return compile(source, type, stepsBefore, Expression::of);
  }

  /** Compiles a template that sees the outputs of these steps. */
  public Understood<Template> template(String source, Set<String> stepsBefore) {
    return new TemplateReader(
            source, hole -> compile(hole, Wanted.SINGLE_VALUE, stepsBefore, Expression::of))
        .read();
  }

  private <T> Understood<T> compile(
      String source, Wanted wanted, Set<String> stepsBefore, Function<Code, T> as) {
    if (source.codePointCount(0, source.length()) > Cel.MAX_LENGTH) {
      String found = source.length() + " characters";
      return bad(
          new Problem(
              Problem.Kind.SYNTAX, 0, "at most " + Cel.MAX_LENGTH + " characters", found, ""));
    }
    CelValidationResult parsed = cel.parse(source);
    if (parsed.hasError()) {
      return new Understood.Bad<>(CelMessages.of(parsed.getErrors(), source));
    }
    CelAbstractSyntaxTree tree = tree(parsed);
    Places places = new Places(source, tree);
    List<Problem> problems =
        new ArrayList<>(new NameCheck(vocabulary, stepsBefore, places).check(tree.getExpr()));
    boolean namesAreKnown = problems.isEmpty();
    problems.addAll(new ValueCheck(vocabulary, places).check(tree.getExpr()));
    CelValidationResult checked = cel.check(tree);
    if (checked.hasError()) {
      problems.addAll(typeProblems(checked.getErrors(), source, namesAreKnown));
    }
    if (!problems.isEmpty()) {
      return new Understood.Bad<>(problems);
    }
    return finish(source, tree(checked), wanted, as);
  }

  private static List<Problem> typeProblems(
      List<CelIssue> issues, String source, boolean namesAreKnown) {
    return CelMessages.of(
        issues.stream().filter(issue -> namesAreKnown || !CelMessages.isAboutName(issue)).toList(),
        source);
  }

  private <T> Understood<T> finish(
      String source, CelAbstractSyntaxTree tree, Wanted wanted, Function<Code, T> as) {
    CelType type = tree.getResultType();
    if (!wanted.takes(type)) {
      int start = source.codePointCount(0, source.length() - source.stripLeading().length());
      String found = "an expression of type " + Types.name(type);
      return bad(
          new Problem(Problem.Kind.TYPE, start, wanted.toString(), found, wanted.advice(type)));
    }
    return new Understood.Good<>(as.apply(new Code(source, tree, cel.program(tree), bindings)));
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has no tree", e);
    }
  }

  private static <T> Understood<T> bad(Problem problem) {
    return new Understood.Bad<>(List.of(problem));
  }
}
