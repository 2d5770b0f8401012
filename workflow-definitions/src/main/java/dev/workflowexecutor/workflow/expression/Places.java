package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.Arrays;

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
    if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
      return offset;
    }
    return expression.select().testOnly()
        ? inHas(offset, expression.select().field())
        : afterDot(offset);
  }

  /** The argument of has() stands at the macro's brace: the name is found by its text. */
  private int inHas(int brace, String field) {
    int[] name = field.codePoints().toArray();
    for (int at = brace; at + name.length <= text.length; at++) {
      int end = at + name.length;
      boolean whole = end == text.length || !Character.isLetterOrDigit(text[end]);
      if (whole
          && text[at] == name[0]
          && follows(at)
          && Arrays.equals(text, at, end, name, 0, name.length)) {
        return at;
      }
    }
    return brace;
  }

  private boolean follows(int at) {
    int before = at - 1;
    while (before > 0 && Character.isWhitespace(text[before])) {
      before--;
    }
    return before >= 0 && text[before] == '.';
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
