package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.extraction.intent.Score;
import java.util.List;

/**
 * The intents of a text by falling probability.
 *
 * @param scores the most probable intents; empty only if none is declared
 * @param nearest the cosine of the first intent's nearest exemplar
 * @param admitted whether the gate lets the first intent pass
 */
record Ranking(List<Score> scores, double nearest, boolean admitted) {

  private static final double ALMOST_AN_EXEMPLAR = 0.97;

  Ranking {
    scores = List.copyOf(scores);
  }

  static Ranking nothing() {
    return new Ranking(List.of(), 0, false);
  }

  /** Whether the text is in nearly the same words as an example of its first intent. */
  boolean isVerySure() {
    return admitted && nearest >= ALMOST_AN_EXEMPLAR && scores.getFirst().confidence() >= 0.5;
  }
}
