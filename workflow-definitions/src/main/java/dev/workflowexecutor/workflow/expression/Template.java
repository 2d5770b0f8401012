package dev.workflowexecutor.workflow.expression;

import java.util.List;
import java.util.stream.Collectors;

/** A text with expressions in braces; immutable and thread-safe. */
public final class Template {

  /** A stretch of a template. */
  sealed interface Part permits Words, Hole {}

  /** Words that are printed as they stand. */
  record Words(String text) implements Part {}

  /** An expression whose value is printed, at so many code points from the template's start. */
  public record Hole(Expression expression, int offset) implements Part {}

  private final String source;
  private final List<Part> parts;

  Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /**
   * The text with the values in place.
   *
   * @throws EvaluationException if an expression reads something absent or fails otherwise
   */
  public String render(Scope scope) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Words(String text) -> text;
                  case Hole(Expression expression, int _) ->
                      PlainValue.print(expression.evaluate(scope));
                })
        .collect(Collectors.joining());
  }

  /** The expressions in it, in order. */
  public List<Hole> holes() {
    return parts.stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
  }

  /** The text that it was compiled from. */
  public String source() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
