package dev.workflowexecutor.extraction.recognise;

import java.util.Comparator;

/**
 * A fact that a text states.
 *
 * @param workflow the workflow that declares the fact
 * @param fact the fact's name
 * @param value the canonical value
 * @param span what states it
 */
public record Recognised(String workflow, String fact, String value, Span span) {

  /** By start, then workflow, then fact. */
  public static final Comparator<Recognised> IN_ORDER =
      Comparator.comparingInt((Recognised found) -> found.span().start())
          .thenComparing(Recognised::workflow)
          .thenComparing(Recognised::fact);

  /** Whether both are about the same fact of the same workflow. */
  public boolean sameFact(Recognised other) {
    return workflow.equals(other.workflow) && fact.equals(other.fact);
  }
}
