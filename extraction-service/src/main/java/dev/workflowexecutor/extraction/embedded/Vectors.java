package dev.workflowexecutor.extraction.embedded;

/** Arithmetic on vectors of floats, in loops that the JIT turns into SIMD instructions. */
final class Vectors {

  private Vectors() {}

  /** Adds {@code factor * source} to the part of {@code target} that begins at {@code from}. */
  static void addScaled(float factor, float[] source, float[] target, int from) {
    for (int i = 0; i < source.length; i++) {
      target[from + i] += factor * source[i];
    }
  }

  /** Adds {@code factor} times the part of {@code source} that begins at {@code from}. */
  static void addScaledRow(float factor, float[] source, int from, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[from + i];
    }
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The unit vector halfway between two unit vectors. */
  static float[] between(float[] a, float[] b) {
    float[] middle = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      middle[i] = a[i] + b[i];
    }
    double length = Math.sqrt(dot(middle, middle));
    return length == 0 ? a : scaled(middle, (float) (1 / length));
  }

  /** Turns logits into probabilities, in place. */
  static float[] softmax(float[] logits) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    float sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.exp(logits[i] - highest);
      sum += logits[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= sum;
    }
    return logits;
  }

  private static float[] scaled(float[] vector, float factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }
}
