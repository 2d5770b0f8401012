package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;

/**
 * A boolean expression over a scope; immutable and thread-safe.
 *
 * <p>A condition that reads something absent (a fact nobody stated, the output of a skipped step)
 * doesn't hold, unless the rest of it decides: unknown is never taken for true.
 */
public final class Condition {

  private final Code code;

  Condition(Code code) {
    this.code = code;
  }

  /**
   * Whether it holds.
   *
   * @throws EvaluationException if it fails for another reason than something absent
   */
  public boolean holds(Scope scope) {
    return switch (code.run(scope)) {
      case Code.Result.Value(Object value) -> Boolean.TRUE.equals(value);
      case Code.Result.Absent _ -> false;
    };
  }

  /** The text that it was compiled from. */
  public String source() {
    return code.source();
  }

  /** The checked syntax tree, for proofs. */
  public CelAbstractSyntaxTree ast() {
    return code.ast();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that && source().equals(that.source());
  }

  @Override
  public int hashCode() {
    return source().hashCode();
  }

  @Override
  public String toString() {
    return source();
  }
}
