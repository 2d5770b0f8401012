package dev.workflowexecutor.workflow.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a CEL syntax tree. */
public final class SyntaxTree {

  private SyntaxTree() {}

  /** The direct parts of an expression, in the order of evaluation. */
  public static List<CelExpr> children(CelExpr expression) {
    return switch (expression.getKind()) {
      case NOT_SET, CONSTANT, IDENT -> List.of();
      case SELECT -> List.of(expression.select().operand());
      case CALL ->
          Stream.concat(expression.call().target().stream(), expression.call().args().stream())
              .toList();
      case LIST -> expression.list().elements();
      case STRUCT ->
          expression.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList();
      case MAP ->
          expression.map().entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()))
              .toList();
      case COMPREHENSION -> children(expression.comprehension());
    };
  }

  private static List<CelExpr> children(CelComprehension comprehension) {
    return List.of(
        comprehension.iterRange(),
        comprehension.accuInit(),
        comprehension.loopCondition(),
        comprehension.loopStep(),
        comprehension.result());
  }
}
