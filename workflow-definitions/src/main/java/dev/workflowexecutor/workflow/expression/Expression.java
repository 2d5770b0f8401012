package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.Optional;

/** A typed expression over a scope, or a literal; immutable and thread-safe. */
public final class Expression {

  private sealed interface Body {}

  private record Computed(Code code) implements Body {}

  private record Literal(Object value) implements Body {}

  private final Body body;

  private Expression(Body body) {
    this.body = body;
  }

  static Expression of(Code code) {
    return new Expression(new Computed(code));
  }

  /** An expression that is always this text. */
  public static Expression literal(String text) {
    return new Expression(new Literal(text));
  }

  /**
   * Its value: String, Boolean, Long or Double; dates, durations and money as canonical text.
   *
   * @throws EvaluationException if it reads something absent or fails otherwise
   */
  public Object evaluate(Scope scope) {
    return switch (body) {
      case Computed(Code code) -> code.value(scope);
      case Literal(Object value) -> value;
    };
  }

  /**
   * The same; empty if it reads something absent.
   *
   * @throws EvaluationException if it fails otherwise
   */
  public Optional<Object> evaluateIfPresent(Scope scope) {
    return switch (body) {
      case Computed(Code code) ->
          switch (code.run(scope)) {
            case Code.Result.Value(Object value) -> Optional.of(PlainValue.of(value));
            case Code.Result.Absent _ -> Optional.empty();
          };
      case Literal(Object value) -> Optional.of(value);
    };
  }

  /** Its value as text; empty if it reads something absent. */
  public Optional<String> print(Scope scope) {
    return evaluateIfPresent(scope).map(PlainValue::print);
  }

  /** The text that it was compiled from. */
  public String source() {
    return switch (body) {
      case Computed(Code code) -> code.source();
      case Literal(Object value) -> value.toString();
    };
  }

  /** The checked syntax tree; none for a literal. */
  public Optional<CelAbstractSyntaxTree> ast() {
    return body instanceof Computed(Code code) ? Optional.of(code.ast()) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that
        && source().equals(that.source())
        && ast().isPresent() == that.ast().isPresent();
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
