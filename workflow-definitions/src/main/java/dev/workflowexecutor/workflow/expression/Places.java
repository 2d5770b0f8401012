package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;

/** Offsets in the text of an expression, in code points. */
final class Places {

  private final int[] text;
  private final CelSource source;

  Places(String text, CelAbstractSyntaxTree ast) {
    this.text = text.codePoints().toArray();
    this.source = ast.getSource();
  }

  /** Where an expression is; a selected field is at its name, a call at its operator or brace. */
  int of(CelExpr expression) {
    int offset = source.getPositionsMap().getOrDefault(expression.id(), 0);
    return expression.getKind() == CelExpr.ExprKind.Kind.SELECT ? afterDot(offset) : offset;
  }

  static int of(CelIssue issue, String text) {
    int offset = 0;
    for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
      int end = text.indexOf('\n', offset);
      offset = end < 0 ? text.length() : end + 1;
    }
    return text.codePointCount(0, offset) + Math.max(0, issue.getSourceLocation().getColumn());
  }

  private int afterDot(int dot) {
    int at = dot;
    if (at < text.length && text[at] == '.') {
      at++;
      while (at < text.length && Character.isWhitespace(text[at])) {
        at++;
      }
    }
    return at;
  }
}
