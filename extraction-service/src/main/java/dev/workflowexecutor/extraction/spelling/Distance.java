package dev.workflowexecutor.extraction.spelling;

/**
 * The number of letters to insert, delete, replace or swap with their neighbour between two words.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">optimal string
 *     alignment</a>
 */
public final class Distance {

  private Distance() {}

  /** The distance of two words, or {@code most + 1} if it is more than {@code most}. */
  public static int between(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      if (fill(a, b, i, beforeLast, last, current) > most) {
        return most + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return Math.min(last[b.length()], most + 1);
  }

  private static int fill(String a, String b, int i, int[] beforeLast, int[] last, int[] current) {
    int least = current[0];
    for (int j = 1; j <= b.length(); j++) {
      int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
      if (swapped(a, b, i, j)) {
        current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
      }
      least = Math.min(least, current[j]);
    }
    return least;
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
