package dev.workflowexecutor.workflow.prove;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.expression.SyntaxTree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Evaluates expressions in a case with CEL's logic: "and" and "or" swallow an absent operand when
 * the other one decides; anything else that reads something absent is absent itself.
 */
final class Evaluation {

  private final Situation situation;
  private final Trees trees;
  private final Values values;
  private final Presence presence;

  Evaluation(Situation situation, Trees trees, Values values) {
    this.situation = situation;
    this.trees = trees;
    this.values = values;
    this.presence = new Presence(situation, this);
  }

  Answer evaluate(CelExpr expression, World world) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case IDENT -> new Answer.Value();
      case SELECT -> select(expression, world);
      case CALL -> call(expression, world);
      case LIST, MAP, STRUCT -> strict(expression, world).orElseGet(Answer.Value::new);
      // Which of its parts a loop evaluates isn't followed.
      case COMPREHENSION -> opaque(expression, world);
      case NOT_SET -> new Answer.Fails();
    };
  }

  Answer presence(NamePath path, World world) {
    return presence.of(path, world);
  }

  private static Answer constant(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE
        ? Answer.of(constant.booleanValue())
        : new Answer.Value();
  }

  private Answer select(CelExpr expression, World world) {
    Optional<NamePath> path = NamePath.of(expression).filter(Presence::isFollowed);
    if (path.isEmpty()) {
      return strict(expression, world).orElseGet(() -> opaque(expression, world));
    }
    Answer there = presence.of(path.get(), world);
    if (expression.select().testOnly() || there instanceof Answer.Needs) {
      return there;
    }
    if (!there.equals(Answer.TRUE)) {
      return new Answer.Absent(path.get());
    }
    return values.isBoolean(path.get())
        ? content(path.get(), world, value -> Answer.of(Boolean.TRUE.equals(value)))
        : new Answer.Value();
  }

  private Answer call(CelExpr expression, World world) {
    List<CelExpr> arguments = expression.call().args();
    return switch (expression.call().function()) {
      case "_&&_" -> decidedBy(false, arguments, world);
      case "_||_" -> decidedBy(true, arguments, world);
      case "!_" -> not(evaluate(arguments.getFirst(), world));
      case "_?_:_" -> ternary(arguments, world);
      case String _ -> comparison(expression, world);
    };
  }

  private static Answer not(Answer answer) {
    return answer instanceof Answer.Known(boolean value) ? Answer.of(!value) : answer;
  }

  /** "or" for true, "and" for false: one operand with the deciding value is enough. */
  private Answer decidedBy(boolean deciding, List<CelExpr> operands, World world) {
    Answer result = Answer.of(!deciding);
    for (CelExpr operand : operands) {
      Answer answer = evaluate(operand, world);
      if (answer instanceof Answer.Needs || answer.equals(Answer.of(deciding))) {
        return answer;
      }
      if (answer.isError() && !result.isError()) {
        result = answer;
      }
    }
    return result;
  }

  private Answer ternary(List<CelExpr> arguments, World world) {
    Answer condition = evaluate(arguments.get(0), world);
    return condition instanceof Answer.Known(boolean value)
        ? evaluate(arguments.get(value ? 1 : 2), world)
        : condition;
  }

  private Answer comparison(CelExpr expression, World world) {
    Optional<Comparison> comparison =
        Comparison.of(expression, situation.vocabulary().lists())
            .filter(known -> values.of(known.path()).isPresent());
    Optional<Answer> absent = strict(expression, world);
    if (absent.isPresent()) {
      return absent.get();
    }
    return comparison.isPresent()
        ? content(comparison.get().path(), world, value -> holds(comparison.get(), value))
        : opaque(expression, world);
  }

  private Answer holds(Comparison comparison, Object value) {
    List<Object> constants = comparison.constants();
    if (value instanceof Region region) {
      TreeSet<BigDecimal> line = values.constants(comparison.path());
      return Answer.of(
          constants.stream()
              .filter(BigDecimal.class::isInstance)
              .map(BigDecimal.class::cast)
              .anyMatch(c -> holds(comparison.operator(), region.compareTo(c, line))));
    }
    boolean among = constants.contains(value);
    return Answer.of(among != (comparison.operator() == Comparison.Operator.DIFFERENT));
  }

  private static boolean holds(Comparison.Operator operator, int sign) {
    return switch (operator) {
      case EQUAL, ONE_OF -> sign == 0;
      case DIFFERENT -> sign != 0;
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case MORE -> sign > 0;
      case AT_LEAST -> sign >= 0;
    };
  }

  /** The first part that is open, absent or failing, in the order of evaluation. */
  private Optional<Answer> strict(CelExpr expression, World world) {
    return SyntaxTree.children(expression).stream()
        .map(child -> evaluate(child, world))
        .filter(answer -> answer instanceof Answer.Needs || answer.isError())
        .findFirst();
  }

  private Answer content(NamePath path, World world, Function<Object, Answer> answer) {
    Variable variable = new Variable.Content(path);
    return world.get(variable).map(answer).orElseGet(() -> new Answer.Needs(variable));
  }

  /** A boolean that may be either; any other value is just a value. */
  private Answer opaque(CelExpr expression, World world) {
    if (!trees.isBoolean(expression)) {
      return new Answer.Value();
    }
    Variable variable = new Variable.Opaque(trees.text(expression), trees.mayFail(expression));
    return world.get(variable).map(Answer.class::cast).orElseGet(() -> new Answer.Needs(variable));
  }
}
