package dev.workflowexecutor.extraction.embedded;

import java.util.Arrays;
import java.util.List;

/**
 * A softmax regression on sentence vectors, trained by Adam with L2 and a rate that falls to zero.
 *
 * <p>Weights lie feature by feature, so that the inner loops run over the classes. Deterministic:
 * the same rows in the same order give the same weights.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam</a>
 */
final class SoftmaxRegression {

  private static final float RATE = 0.003f;
  private static final float L2 = 0.003f;
  private static final int BATCH = 16;

  private final int classes;
  private final Standardisation standardisation;
  private final Adam weights;
  private final Adam biases;

  private SoftmaxRegression(Standardisation standardisation, int dimension, int classes) {
    this.standardisation = standardisation;
    this.classes = classes;
    weights = new Adam(dimension * classes, L2);
    biases = new Adam(classes, 0);
  }

  static SoftmaxRegression train(List<float[]> rows, int[] labels, int classes) {
    Standardisation standardisation = Standardisation.of(rows);
    List<float[]> standard = rows.stream().map(standardisation::apply).toList();
    var regression = new SoftmaxRegression(standardisation, rows.getFirst().length, classes);
    regression.fit(standard, labels);
    return regression;
  }

  float[] logits(float[] row) {
    return standardLogits(standardisation.apply(row));
  }

  private void fit(List<float[]> rows, int[] labels) {
    int size = rows.size();
    int epochs = epochs(size);
    int steps = epochs * ((size + BATCH - 1) / BATCH);
    int step = 0;
    Shuffle shuffle = new Shuffle(size);
    for (int epoch = 0; epoch < epochs; epoch++) {
      int[] order = shuffle.next();
      for (int from = 0; from < size; from += BATCH) {
        int[] batch = Arrays.copyOfRange(order, from, Math.min(size, from + BATCH));
        float rate = RATE * (1 - (float) step / steps);
        learn(rows, labels, batch, rate);
        step++;
      }
    }
    weights.forgetMoments();
    biases.forgetMoments();
  }

  // Few rows need many passes; ten thousand are learnt in a dozen.
  private static int epochs(int rows) {
    if (rows < 500) {
      return 60;
    }
    return rows < 5_000 ? 40 : 12;
  }

  private void learn(List<float[]> rows, int[] labels, int[] batch, float rate) {
    for (int row : batch) {
      float[] features = rows.get(row);
      float[] error = Vectors.softmax(standardLogits(features));
      error[labels[row]] -= 1;
      for (int i = 0; i < classes; i++) {
        error[i] /= batch.length;
      }
      Vectors.addScaled(1, error, biases.gradient(), 0);
      for (int feature = 0; feature < features.length; feature++) {
        Vectors.addScaled(features[feature], error, weights.gradient(), feature * classes);
      }
    }
    weights.step(rate);
    biases.step(rate);
  }

  private float[] standardLogits(float[] features) {
    float[] logits = biases.values().clone();
    for (int feature = 0; feature < features.length; feature++) {
      Vectors.addScaledRow(features[feature], weights.values(), feature * classes, logits);
    }
    return logits;
  }
}
