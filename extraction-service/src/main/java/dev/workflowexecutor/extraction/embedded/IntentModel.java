package dev.workflowexecutor.extraction.embedded;

import java.util.ArrayList;
import java.util.List;

/** The two regressions side by side, with the exemplars that they were trained on. */
final class IntentModel {

  private final SoftmaxRegression meaning;
  private final NgramRegression spelling;
  private final List<List<float[]>> vectorsByIntent;

  private IntentModel(
      SoftmaxRegression meaning, NgramRegression spelling, List<List<float[]>> vectorsByIntent) {
    this.meaning = meaning;
    this.spelling = spelling;
    this.vectorsByIntent = vectorsByIntent;
  }

  static IntentModel train(Exemplars rows) {
    List<List<float[]>> vectors = new ArrayList<>();
    for (int i = 0; i < rows.classes(); i++) {
      vectors.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      vectors.get(rows.labels()[i]).add(rows.vectors().get(i));
    }
    return new IntentModel(
        SoftmaxRegression.train(rows.vectors(), rows.labels(), rows.classes()),
        NgramRegression.train(rows.texts(), rows.labels(), rows.classes()),
        vectors);
  }

  Opinion opinion(float[] vector, String text) {
    return new Opinion(meaning.logits(vector), spelling.logits(text));
  }

  /** The cosine of the nearest exemplar of an intent. */
  double nearest(int intent, float[] vector) {
    double nearest = -1;
    for (float[] exemplar : vectorsByIntent.get(intent)) {
      nearest = Math.max(nearest, Vectors.dot(exemplar, vector));
    }
    return nearest;
  }

  /** What the two regressions say of a text, not yet weighed against each other. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Opinion(float[] meaning, float[] spelling) {}
}
