package dev.workflowexecutor.extraction.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * About twenty thousand common English words and names, by falling frequency.
 *
 * <p>They are the whole words of the BERT vocabulary that comes with the embedding model.
 */
public final class CommonWords {

  private static final String RESOURCE = "bert-vocabulary-en.txt";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Map<String, Integer> ranks;

  private CommonWords(Map<String, Integer> ranks) {
    this.ranks = ranks;
  }

  /** The process's only copy; read when first asked for. */
  public static CommonWords shared() {
    return Shared.WORDS;
  }

  /** Whether a word in lower case is one of them. */
  public boolean contain(String word) {
    return ranks.containsKey(word);
  }

  /** The most frequent one at distance one of a word in lower case. */
  Optional<String> near(String word) {
    Nearest nearest = new Nearest();
    for (int i = 0; i <= word.length(); i++) {
      String start = word.substring(0, i);
      for (int letter = 0; letter < LETTERS.length(); letter++) {
        nearest.offer(start + LETTERS.charAt(letter) + word.substring(i));
        if (i < word.length()) {
          nearest.offer(start + LETTERS.charAt(letter) + word.substring(i + 1));
        }
      }
      if (i < word.length()) {
        nearest.offer(start + word.substring(i + 1));
      }
      if (i + 1 < word.length()) {
        nearest.offer(start + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
      }
    }
    return Optional.ofNullable(nearest.word.isEmpty() ? null : nearest.word);
  }

  private static CommonWords read() {
    Map<String, Integer> ranks = new HashMap<>();
    try (InputStream resource = CommonWords.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("expected " + RESOURCE + " on the class path");
      }
      var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      lines
          .lines()
          .filter(word -> word.length() > 1 && word.chars().allMatch(c -> c >= 'a' && c <= 'z'))
          .forEach(word -> ranks.putIfAbsent(word, ranks.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommonWords(ranks);
  }

  /** A holder, so that the words are read once and only where they are used. */
  private static final class Shared {
    static final CommonWords WORDS = read();
  }

  private final class Nearest {
    private String word = "";
    private int rank = Integer.MAX_VALUE;

    void offer(String candidate) {
      int candidateRank = ranks.getOrDefault(candidate, Integer.MAX_VALUE);
      if (candidateRank < rank) {
        word = candidate;
        rank = candidateRank;
      }
    }
  }
}
