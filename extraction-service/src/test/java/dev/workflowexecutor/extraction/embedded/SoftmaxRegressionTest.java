package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

  private static final int CLASSES = 4;

  private final List<float[]> rows = new ArrayList<>();
  private final int[] labels = new int[200];

  SoftmaxRegressionTest() {
    SplittableRandom random = new SplittableRandom(7);
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row % CLASSES;
      float[] features = new float[8];
      for (int i = 0; i < features.length; i++) {
        features[i] = (float) random.nextDouble(-0.4, 0.4) + (i == labels[row] ? 1 : 0);
      }
      rows.add(features);
    }
  }

  @Test
  void separatesWhatCanBeSeparated() {
    SoftmaxRegression regression = SoftmaxRegression.train(rows, labels, CLASSES);

    for (int row = 0; row < labels.length; row++) {
      float[] logits = regression.logits(rows.get(row));
      for (int other = 0; other < CLASSES; other++) {
        assertThat(logits[labels[row]]).isGreaterThanOrEqualTo(logits[other]);
      }
    }
  }

  @Test
  void learnsTheSameFromTheSameRows() {
    float[] once = SoftmaxRegression.train(rows, labels, CLASSES).logits(rows.getFirst());
    float[] again = SoftmaxRegression.train(rows, labels, CLASSES).logits(rows.getFirst());

    assertThat(again).containsExactly(once);
  }
}
