package dev.workflowexecutor.extraction.embedded;

/** The entries of a vector that aren't zero, by rising index. */
@SuppressWarnings("ArrayRecordComponent") // never compared; a hot loop reads the arrays
record SparseVector(int[] indexes, float[] values) {

  /** Scales the values to a unit vector, in place. */
  static SparseVector unit(int[] indexes, float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(squares);
    }
    return new SparseVector(indexes, values);
  }
}
