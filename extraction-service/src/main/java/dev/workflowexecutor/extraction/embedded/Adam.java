package dev.workflowexecutor.extraction.embedded;

import java.util.Arrays;

/** Parameters that follow their gradient by Adam. */
final class Adam {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float TINY = 1e-8f;

  private final float[] values;
  private final float l2;
  private float[] gradient;
  private float[] first;
  private float[] second;
  private double firstBias = 1;
  private double secondBias = 1;

  Adam(int size, float l2) {
    this.l2 = l2;
    values = new float[size];
    gradient = new float[size];
    first = new float[size];
    second = new float[size];
  }

  float[] values() {
    return values;
  }

  /** What the next step follows; add to it. */
  float[] gradient() {
    return gradient;
  }

  /** Takes one step against the gradient and clears it. */
  void step(float rate) {
    firstBias *= FIRST_DECAY;
    secondBias *= SECOND_DECAY;
    float pace = (float) (rate * Math.sqrt(1 - secondBias) / (1 - firstBias));
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i] + l2 * values[i];
      float mean = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
      float square = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      first[i] = mean;
      second[i] = square;
      values[i] -= pace * mean / ((float) Math.sqrt(square) + TINY);
    }
    Arrays.fill(gradient, 0);
  }

  /** Frees what only training needs. */
  void forgetMoments() {
    gradient = new float[0];
    first = new float[0];
    second = new float[0];
  }
}
