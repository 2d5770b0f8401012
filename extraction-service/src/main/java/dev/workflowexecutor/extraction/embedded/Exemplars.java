package dev.workflowexecutor.extraction.embedded;

import java.util.Arrays;
import java.util.List;

/**
 * The rows that a classifier learns from: texts, their vectors and the indexes of their intents.
 *
 * @param spoken whether a row is something that people say, rather than an intent's name or
 *     description; only those say how good a classifier is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a hot loop reads the arrays
record Exemplars(
    List<String> texts, List<float[]> vectors, int[] labels, boolean[] spoken, int classes) {

  Exemplars {
    texts = List.copyOf(texts);
    vectors = List.copyOf(vectors);
  }

  int size() {
    return labels.length;
  }

  /** The rows with these indexes. */
  Exemplars only(int[] rows) {
    int[] chosen = new int[rows.length];
    boolean[] said = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = labels[rows[i]];
      said[i] = spoken[rows[i]];
    }
    List<String> someTexts = Arrays.stream(rows).mapToObj(texts::get).toList();
    List<float[]> someVectors = Arrays.stream(rows).mapToObj(vectors::get).toList();
    return new Exemplars(someTexts, someVectors, chosen, said, classes);
  }
}
