package dev.workflowexecutor.workflow.prove;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.expression.NamePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison of a name with constants.
 *
 * @param constants {@code String}, {@code Boolean} or {@code BigDecimal}; more than one for "in"
 */
record Comparison(NamePath path, Operator operator, List<Object> constants) {

  enum Operator {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    ONE_OF;

    /** The operator that says the same with its operands exchanged. */
    Operator mirrored() {
      return switch (this) {
        case EQUAL, DIFFERENT, ONE_OF -> this;
        case LESS -> MORE;
        case AT_MOST -> AT_LEAST;
        case MORE -> LESS;
        case AT_LEAST -> AT_MOST;
      };
    }
  }

  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "_==_", Operator.EQUAL,
          "_!=_", Operator.DIFFERENT,
          "_<_", Operator.LESS,
          "_<=_", Operator.AT_MOST,
          "_>_", Operator.MORE,
          "_>=_", Operator.AT_LEAST);

  /** An expression as a comparison of a name with constants, if it is one. */
  static Optional<Comparison> of(CelExpr expression, Map<String, List<String>> lists) {
    if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Optional.empty();
    }
    CelExpr.CelCall call = expression.call();
    if (call.function().equals("@in")) {
      return among(call.args().get(0), call.args().get(1), lists);
    }
    Operator operator = OPERATORS.get(call.function());
    if (operator == null) {
      return Optional.empty();
    }
    return of(call.args().get(0), operator, call.args().get(1))
        .or(() -> of(call.args().get(1), operator.mirrored(), call.args().get(0)));
  }

  private static Optional<Comparison> of(CelExpr name, Operator operator, CelExpr constant) {
    return path(name)
        .flatMap(
            path -> constant(constant).map(value -> new Comparison(path, operator, List.of(value))))
        .filter(
            comparison ->
                operator == Operator.EQUAL
                    || operator == Operator.DIFFERENT
                    || comparison.constants().getFirst() instanceof BigDecimal);
  }

  private static Optional<Comparison> among(
      CelExpr name, CelExpr list, Map<String, List<String>> lists) {
    return path(name)
        .flatMap(
            path ->
                constants(list, lists)
                    .map(values -> new Comparison(path, Operator.ONE_OF, values)));
  }

  private static Optional<List<Object>> constants(CelExpr list, Map<String, List<String>> lists) {
    if (list.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return Optional.ofNullable(lists.get(list.ident().name())).map(ArrayList::new);
    }
    if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    list.list().elements().forEach(element -> constant(element).ifPresent(values::add));
    return values.size() == list.list().elements().size() ? Optional.of(values) : Optional.empty();
  }

  private static Optional<NamePath> path(CelExpr expression) {
    boolean test =
        expression.getKind() == CelExpr.ExprKind.Kind.SELECT && expression.select().testOnly();
    return test ? Optional.empty() : NamePath.of(expression);
  }

  private static Optional<Object> constant(CelExpr expression) {
    if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expression.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case INT64_VALUE -> Optional.of(BigDecimal.valueOf(constant.int64Value()));
      case DOUBLE_VALUE ->
          Double.isFinite(constant.doubleValue())
              ? Optional.of(new BigDecimal(constant.doubleValue()).stripTrailingZeros())
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
