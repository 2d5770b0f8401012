package dev.workflowexecutor.extraction.embedded;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Orders of training rows that look random and are the same each time. */
final class Shuffle {

  private static final long SEED = 20_260_101L;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] order;

  Shuffle(int rows) {
    order = IntStream.range(0, rows).toArray();
  }

  /** The next order of 0 to rows - 1; the array is reused. */
  int[] next() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }
}
