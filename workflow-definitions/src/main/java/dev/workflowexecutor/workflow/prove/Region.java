package dev.workflowexecutor.workflow.prove;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of the number line between the constants that a number is compared with, or one of
 * these constants.
 *
 * @param index even for a stretch, odd for a constant: 2k + 1 for the k-th from 0
 */
record Region(int index, String description) {

  /** All regions of a line with these constants. */
  static List<Object> all(TreeSet<BigDecimal> constants, boolean whole) {
    List<BigDecimal> sorted = List.copyOf(constants);
    List<Object> regions = new ArrayList<>();
    for (int k = 0; k <= sorted.size(); k++) {
      boolean below = k > 0;
      boolean above = k < sorted.size();
      if (!(below && above && whole && nothingBetween(sorted.get(k - 1), sorted.get(k)))) {
        String from = below ? "above " + sorted.get(k - 1) : "";
        String to = above ? "below " + sorted.get(k) : "";
        regions.add(new Region(2 * k, from + (below && above ? " and " : "") + to));
      }
      if (above && !(whole && !isWhole(sorted.get(k)))) {
        regions.add(new Region(2 * k + 1, sorted.get(k).toPlainString()));
      }
    }
    return regions;
  }

  /** The sign of the region's numbers compared with a constant of the line. */
  int compareTo(BigDecimal constant, TreeSet<BigDecimal> constants) {
    return Integer.compare(index, 2 * constants.headSet(constant).size() + 1);
  }

  private static boolean nothingBetween(BigDecimal low, BigDecimal high) {
    BigDecimal next = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    return next.compareTo(high) >= 0;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public String toString() {
    return description;
  }
}
