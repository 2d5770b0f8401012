package dev.workflowexecutor.extraction.embedded;

import java.util.List;

/** Moves vectors to the centre of the training rows and scales them to a mean squared norm. */
final class Standardisation {

  private final float[] mean;
  private final float scale;

  private Standardisation(float[] mean, float scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Learnt so that the rows' mean squared norm becomes their dimension. */
  static Standardisation of(List<float[]> rows) {
    int dimension = rows.getFirst().length;
    float[] mean = new float[dimension];
    rows.forEach(row -> Vectors.addScaled(1f / rows.size(), row, mean, 0));
    double squares = 0;
    for (float[] row : rows) {
      for (int i = 0; i < dimension; i++) {
        double distance = row[i] - mean[i];
        squares += distance * distance;
      }
    }
    double scale = squares == 0 ? 1 : Math.sqrt(dimension / (squares / rows.size()));
    return new Standardisation(mean, (float) scale);
  }

  float[] apply(float[] row) {
    float[] standard = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      standard[i] = (row[i] - mean[i]) * scale;
    }
    return standard;
  }
}
