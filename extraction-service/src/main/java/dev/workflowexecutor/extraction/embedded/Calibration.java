package dev.workflowexecutor.extraction.embedded;

import java.util.List;

/**
 * How the two regressions are weighed and cooled so that their probabilities are honest.
 *
 * @param weight the share of the n-gram regression, from 0 to 1
 * @param temperature what the mixed logits are divided by, above 0
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al., On Calibration of Modern Neural
 *     Networks</a>
 */
record Calibration(double weight, double temperature) {

  /** For packs with too few examples to learn from. */
  static final Calibration USUAL = new Calibration(0.25, 1);

  private static final double[] WEIGHTS = {0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
  private static final double COOLEST = 0.1;
  private static final double HOTTEST = 10;
  private static final double STEP = 1.07;

  /** The weight and temperature under which what was said of unseen rows was most probable. */
  static Calibration of(List<IntentModel.Opinion> opinions, int[] labels) {
    Calibration best = USUAL;
    double least = best.surprise(opinions, labels);
    for (double weight : WEIGHTS) {
      for (double temperature = COOLEST; temperature <= HOTTEST; temperature *= STEP) {
        Calibration candidate = new Calibration(weight, temperature);
        double surprise = candidate.surprise(opinions, labels);
        if (surprise < least) {
          least = surprise;
          best = candidate;
        }
      }
    }
    return best;
  }

  float[] probabilities(IntentModel.Opinion opinion) {
    float[] logits = new float[opinion.meaning().length];
    for (int i = 0; i < logits.length; i++) {
      double mixed = (1 - weight) * opinion.meaning()[i] + weight * opinion.spelling()[i];
      logits[i] = (float) (mixed / temperature);
    }
    return Vectors.softmax(logits);
  }

  private double surprise(List<IntentModel.Opinion> opinions, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(Math.max(1e-9, probabilities(opinions.get(i))[labels[i]]));
    }
    return sum;
  }
}
