package dev.workflowexecutor.extraction.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What models say of rows that they weren't trained on: the only honest witnesses there are before
 * the first real message.
 *
 * @param opinions one a row
 * @param labels the rows' right answers
 * @param witnesses the models that said it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutOfFold(List<IntentModel.Opinion> opinions, int[] labels, List<Witness> witnesses) {

  private static final int FOLDS = 5;
  // A fifth of so many rows says enough, at a fifth of the cost.
  private static final int MANY_ROWS = 5_000;

  OutOfFold {
    opinions = List.copyOf(opinions);
    witnesses = List.copyOf(witnesses);
  }

  /** A model and the vector of a row that it hasn't seen. */
  record Witness(IntentModel model, float[] vector) {
    double nearest(int intent) {
      return model.nearest(intent, vector);
    }
  }

  static OutOfFold of(Exemplars rows) {
    int[] folds = folds(rows);
    List<IntentModel.Opinion> opinions = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Witness> witnesses = new ArrayList<>();
    for (int fold = 0; fold < (rows.size() < MANY_ROWS ? FOLDS : 1); fold++) {
      int heldOut = fold;
      IntentModel model = IntentModel.train(rows.only(rowsWhere(folds, heldOut, false)));
      for (int row : rowsWhere(folds, heldOut, true)) {
        float[] vector = rows.vectors().get(row);
        opinions.add(model.opinion(vector, rows.texts().get(row)));
        labels.add(rows.labels()[row]);
        witnesses.add(new Witness(model, vector));
      }
    }
    return new OutOfFold(
        opinions, labels.stream().mapToInt(Integer::intValue).toArray(), witnesses);
  }

  private static int[] rowsWhere(int[] folds, int fold, boolean inside) {
    return IntStream.range(0, folds.length).filter(row -> (folds[row] == fold) == inside).toArray();
  }

  /** Each intent's spoken rows in turn; names and descriptions are in no fold. */
  private static int[] folds(Exemplars rows) {
    int[] seen = new int[rows.classes()];
    int[] folds = new int[rows.size()];
    for (int row = 0; row < folds.length; row++) {
      folds[row] = rows.spoken()[row] ? seen[rows.labels()[row]]++ % FOLDS : -1;
    }
    return folds;
  }
}
