package dev.workflowexecutor.workflow.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name somebody meant by an unknown one. */
public final class NearMiss {

  private static final int MAX_LISTED = 12;
  private static final int MAX_COMPARED = 60;

  private NearMiss() {}

  /** "did you mean 'x'?", or the names to choose from, or nothing where there are none. */
  public static String advice(String found, Collection<String> known) {
    return of(found, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> choices(known));
  }

  /** The known name that is nearest to the one found, if it is near at all. */
  public static Optional<String> of(String found, Collection<String> known) {
    String said = found.toLowerCase(Locale.ROOT);
    int limit = (found.length() + 1) / 3;
    return known.stream()
        .filter(name -> !name.equals(found))
        .filter(name -> distance(said, name.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.<String>comparingInt(name -> distance(said, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String choices(Collection<String> known) {
    if (known.isEmpty()) {
      return "";
    }
    String listed = String.join(", ", known.stream().limit(MAX_LISTED).toList());
    return "known: " + listed + (known.size() > MAX_LISTED ? ", ..." : "");
  }

  /** Edits from one word to the other: insert, delete, replace, swap neighbours. */
  private static int distance(String a, String b) {
    if (a.length() > MAX_COMPARED || b.length() > MAX_COMPARED) {
      return a.equals(b) ? 0 : Integer.MAX_VALUE;
    }
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, edits, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] edits, int i, int j) {
    int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
