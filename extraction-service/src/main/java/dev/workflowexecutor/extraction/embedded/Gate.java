package dev.workflowexecutor.extraction.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Tells texts about some intent from others, by a logistic regression on the evidence: the more
 * probable the intent and the nearer its nearest exemplar, the higher the score.
 *
 * @param cut the least score that passes
 */
record Gate(double bias, double perLogit, double perCosine, double cut) {

  /** For packs with too few examples to learn from; measured on small packs. */
  static final Gate USUAL = new Gate(-11.8, 0.65, 17.5, 0);

  // Strict enough for clear strangers, but costing hardly one in a hundred of a pack's own rows.
  private static final double SHARE_REFUSED = 0.01;
  private static final double STRICTEST = 0.5;
  private static final int STEPS = 3_000;
  private static final double L2 = 0.002;

  /** Learns from the evidence of rows that belong to an intent and of rows that don't. */
  static Gate of(List<Evidence> inside, List<Evidence> outside) {
    Scale logits = Scale.of(inside, outside, Evidence::logit);
    Scale cosines = Scale.of(inside, outside, Evidence::nearest);
    double[] weights = new double[3];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = {0, L2 * weights[1], L2 * weights[2]};
      addSlope(inside, 1, weights, logits, cosines, slope);
      addSlope(outside, 0, weights, logits, cosines, slope);
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= slope[i];
      }
    }
    double perLogit = weights[1] / logits.deviation();
    double perCosine = weights[2] / cosines.deviation();
    double bias = weights[0] - perLogit * logits.mean() - perCosine * cosines.mean();
    return new Gate(bias, perLogit, perCosine, 0).withCutFor(inside);
  }

  boolean admits(Evidence evidence) {
    return score(evidence) >= cut;
  }

  private double score(Evidence evidence) {
    return bias + perLogit * evidence.logit() + perCosine * evidence.nearest();
  }

  private Gate withCutFor(List<Evidence> inside) {
    double[] scores = inside.stream().mapToDouble(this::score).sorted().toArray();
    double quantile = scores[(int) (SHARE_REFUSED * scores.length)];
    return new Gate(bias, perLogit, perCosine, Math.clamp(quantile, 0, STRICTEST));
  }

  // Each side weighs a half, however many rows it has.
  private static void addSlope(
      List<Evidence> rows,
      int label,
      double[] weights,
      Scale logits,
      Scale cosines,
      double[] slope) {
    for (Evidence row : rows) {
      double logit = logits.standard(row.logit());
      double cosine = cosines.standard(row.nearest());
      double score = weights[0] + weights[1] * logit + weights[2] * cosine;
      double error = (1 / (1 + Math.exp(-score)) - label) * 0.5 / rows.size();
      slope[0] += error;
      slope[1] += error * logit;
      slope[2] += error * cosine;
    }
  }

  /** The mean and deviation of one feature. */
  private record Scale(double mean, double deviation) {

    static Scale of(
        List<Evidence> inside, List<Evidence> outside, ToDoubleFunction<Evidence> feature) {
      double[] values =
          Stream.concat(inside.stream(), outside.stream()).mapToDouble(feature).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      double variance =
          Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(1);
      return new Scale(mean, Math.max(1e-6, Math.sqrt(variance)));
    }

    double standard(double value) {
      return (value - mean) / deviation;
    }
  }
}
