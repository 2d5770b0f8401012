package dev.workflowexecutor.extraction.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The words, pairs of words and pieces of words of a text, weighted by how rare they are. */
final class NgramFeatures {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final int MANY_TEXTS = 2_000;

  private final Map<String, Integer> indexes = new HashMap<>();
  private final float[] rarity;

  private NgramFeatures(SortedMap<String, Integer> occurrences, int texts) {
    rarity = new float[occurrences.size()];
    occurrences.forEach(
        (feature, count) -> {
          rarity[indexes.size()] = (float) Math.log((1.0 + texts) / (1.0 + count)) + 1;
          indexes.put(feature, indexes.size());
        });
  }

  /** Learns the features of the texts; of many texts only those that occur more than once. */
  static NgramFeatures of(List<String> texts) {
    SortedMap<String, Integer> occurrences = new TreeMap<>();
    for (String text : texts) {
      new HashSet<>(names(text)).forEach(name -> occurrences.merge(name, 1, Integer::sum));
    }
    if (texts.size() > MANY_TEXTS) {
      occurrences.values().removeIf(count -> count < 2);
    }
    return new NgramFeatures(occurrences, texts.size());
  }

  int size() {
    return rarity.length;
  }

  /** The text's known features, as a unit vector. */
  SparseVector of(String text) {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (String name : names(text)) {
      Integer index = indexes.get(name);
      if (index != null) {
        counts.merge(index, 1, Integer::sum);
      }
    }
    int[] features = new int[counts.size()];
    float[] values = new float[counts.size()];
    int position = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      features[position] = entry.getKey();
      values[position++] = (float) (1 + Math.log(entry.getValue())) * rarity[entry.getKey()];
    }
    return SparseVector.unit(features, values);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    String before = "";
    for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty()) {
        names.add("1:" + word);
        names.add("2:" + before + ' ' + word);
        before = word;
        addPieces(' ' + word + ' ', names);
      }
    }
    return names;
  }

  private static void addPieces(String word, List<String> names) {
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int start = 0; start + length <= word.length(); start++) {
        names.add(word.substring(start, start + length));
      }
    }
  }
}
