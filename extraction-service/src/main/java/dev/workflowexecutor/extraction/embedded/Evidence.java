package dev.workflowexecutor.extraction.embedded;

/**
 * What speaks for a text being about an intent at all.
 *
 * @param probability of the most probable intent, the background counted in
 * @param nearest the cosine of that intent's nearest exemplar
 */
record Evidence(double probability, double nearest) {

  private static final double ALMOST_ZERO = 1e-6;

  /** The probability on a scale from minus to plus infinity. */
  double logit() {
    double bounded = Math.clamp(probability, ALMOST_ZERO, 1 - ALMOST_ZERO);
    return Math.log(bounded / (1 - bounded));
  }
}
