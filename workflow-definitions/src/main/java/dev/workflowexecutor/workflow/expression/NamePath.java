package dev.workflowexecutor.workflow.expression;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name with the fields behind it, such as {@code steps.outage.status}.
 *
 * @param names the root and the fields, at least the root
 */
public record NamePath(List<String> names) {

  public NamePath {
    names = List.copyOf(names);
  }

  /** What no expression is: a root without a name. */
  static final NamePath NONE = of("");

  /** A path of these names. */
  public static NamePath of(String... names) {
    return new NamePath(List.of(names));
  }

  /**
   * The path that an expression is, if it is nothing else; the argument of has() counts as well.
   */
  public static Optional<NamePath> of(CelExpr expression) {
    List<String> names = new ArrayList<>();
    CelExpr at = expression;
    while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      names.addFirst(at.select().field());
      at = at.select().operand();
    }
    if (at.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Optional.empty();
    }
    names.addFirst(at.ident().name());
    return Optional.of(new NamePath(names));
  }

  /** The first name. */
  public String root() {
    return names.getFirst();
  }

  /** How many names there are, the root included. */
  public int length() {
    return names.size();
  }

  /** The path of the first so many names. */
  public NamePath first(int length) {
    return new NamePath(names.subList(0, length));
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
