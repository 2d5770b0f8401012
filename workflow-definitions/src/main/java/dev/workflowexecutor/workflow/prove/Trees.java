package dev.workflowexecutor.workflow.prove;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelUnparserFactory;
import dev.workflowexecutor.workflow.expression.SyntaxTree;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the parts of checked expressions: type, text, whether they may fail. */
final class Trees {

  private static final Set<String> NEVER_FAIL =
      Set.of(
          "_&&_",
          "_||_",
          "!_",
          "_?_:_",
          "_==_",
          "_!=_",
          "_<_",
          "_<=_",
          "_>_",
          "_>=_",
          "@in",
          "mentions",
          "contains",
          "startsWith",
          "endsWith",
          "size",
          "string",
          "getFullYear",
          "getMonth",
          "getDate",
          "getDayOfMonth",
          "getDayOfWeek",
          "getDayOfYear",
          "getHours",
          "getMinutes",
          "getSeconds");

  private record Part(boolean isBoolean, boolean mayFail, String text) {}

  private final Map<CelExpr, Part> parts = new IdentityHashMap<>();

  Trees(Collection<CelAbstractSyntaxTree> trees) {
    trees.forEach(tree -> add(tree.getExpr(), tree));
  }

  boolean isBoolean(CelExpr part) {
    return part(part).isBoolean();
  }

  /** Whether its evaluation may end without a value though all that it reads is there. */
  boolean mayFail(CelExpr part) {
    return part(part).mayFail();
  }

  /** The same text for parts that have the same value in every case. */
  String text(CelExpr part) {
    return part(part).text();
  }

  private Part part(CelExpr expression) {
    Part part = parts.get(expression);
    if (part == null) {
      throw new IllegalArgumentException("expected a part of the trees, found " + expression);
    }
    return part;
  }

  private boolean add(CelExpr expression, CelAbstractSyntaxTree tree) {
    boolean mayFail = mayFailByItself(expression);
    for (CelExpr child : SyntaxTree.children(expression)) {
      mayFail |= add(child, tree);
    }
    boolean isBoolean = tree.getType(expression.id()).filter(SimpleType.BOOL::equals).isPresent();
    String text = isBoolean ? unparse(expression, tree) : "";
    parts.put(expression, new Part(isBoolean, mayFail, text));
    return mayFail;
  }

  private static boolean mayFailByItself(CelExpr expression) {
    return switch (expression.getKind()) {
      case CALL ->
          !NEVER_FAIL.contains(expression.call().function())
              && !isSafeMatch(expression.call().function(), expression.call().args());
      case COMPREHENSION, NOT_SET, STRUCT -> true;
      case CONSTANT, IDENT, SELECT, LIST, MAP -> false;
    };
  }

  // A literal pattern has been compiled by the check.
  private static boolean isSafeMatch(String function, List<CelExpr> arguments) {
    return function.equals("matches")
        && arguments.getLast().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
  }

  private String unparse(CelExpr expression, CelAbstractSyntaxTree tree) {
    try {
      var part = CelAbstractSyntaxTree.newParsedAst(expression, tree.getSource());
      return CelUnparserFactory.newUnparser().unparse(part);
    } catch (RuntimeException e) {
      // A part of an expanded macro may have no text: one that differs from all others serves.
      return "part " + parts.size();
    }
  }
}
