package dev.workflowexecutor.extraction.embedded;

import java.util.List;

/**
 * A softmax regression on the words and pieces of words, trained by Adagrad, row by row.
 *
 * <p>It knows what the sentence vectors blur: names, codes, misspelt and foreign words.
 * Deterministic as {@link SoftmaxRegression} is.
 */
final class NgramRegression {

  private static final float RATE = 0.2f;
  private static final float TINY = 1e-6f;

  private final NgramFeatures features;
  private final int classes;
  private final float[] weights;

  private NgramRegression(NgramFeatures features, int classes) {
    this.features = features;
    this.classes = classes;
    weights = new float[features.size() * classes];
  }

  static NgramRegression train(List<String> texts, int[] labels, int classes) {
    NgramFeatures features = NgramFeatures.of(texts);
    var regression = new NgramRegression(features, classes);
    regression.fit(texts.stream().map(features::of).toList(), labels);
    return regression;
  }

  float[] logits(String text) {
    return logits(features.of(text));
  }

  private void fit(List<SparseVector> rows, int[] labels) {
    float[] squares = new float[weights.length];
    int epochs = rows.size() < 5_000 ? 20 : 6;
    Shuffle shuffle = new Shuffle(rows.size());
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int row : shuffle.next()) {
        learn(rows.get(row), labels[row], squares);
      }
    }
  }

  private void learn(SparseVector row, int label, float[] squares) {
    float[] error = Vectors.softmax(logits(row));
    error[label] -= 1;
    for (int i = 0; i < row.indexes().length; i++) {
      follow(error, row.values()[i], row.indexes()[i] * classes, squares);
    }
  }

  private void follow(float[] error, float value, int from, float[] squares) {
    for (int i = 0; i < error.length; i++) {
      float slope = error[i] * value;
      float square = squares[from + i] + slope * slope;
      squares[from + i] = square;
      weights[from + i] -= RATE * slope / ((float) Math.sqrt(square) + TINY);
    }
  }

  private float[] logits(SparseVector row) {
    float[] logits = new float[classes];
    for (int i = 0; i < row.indexes().length; i++) {
      Vectors.addScaledRow(row.values()[i], weights, row.indexes()[i] * classes, logits);
    }
    return logits;
  }
}
