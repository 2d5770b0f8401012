package dev.workflowexecutor.extraction.spelling;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a set of texts, which repair the spelling of others.
 *
 * <p>A word that neither they nor the {@link CommonWords} contain becomes the nearest of them, or
 * else the nearest common word. Immutable.
 */
public final class Vocabulary {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int SHORTEST = 4;
  private static final int SHORTEST_FOR_TWO = 7;
  private static final int SHORTEST_FOR_COMMON = 5;
  private static final int LONGEST = 30;
  // Bounds the work on a long text of which nothing is known.
  private static final int MOST_UNKNOWN = 200;

  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> byFrequency;
  private final CommonWords common;

  /** The words of the catalog's latest workflows: of their intents and of their facts' choices. */
  public static Vocabulary of(Catalog catalog) {
    List<String> texts = new ArrayList<>();
    for (Workflow workflow : catalog.latest()) {
      workflow.intents().values().forEach(intent -> texts.addAll(texts(intent)));
      workflow.facts().values().forEach(fact -> texts.addAll(texts(fact.type())));
    }
    return new Vocabulary(texts, CommonWords.shared());
  }

  /** The words of these texts. */
  Vocabulary(Collection<String> texts, CommonWords common) {
    this.common = common;
    for (String text : texts) {
      words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    byFrequency =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .filter(word -> word.length() >= SHORTEST)
            .toList();
  }

  /** Whether a word, in whatever case, is spelt as somebody spells it. */
  public boolean knows(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return counts.containsKey(lower) || common.contain(lower);
  }

  /** The text with its unknown words repaired where a near one is known. */
  public String repair(String text) {
    StringBuilder repaired = new StringBuilder();
    Matcher word = WORD.matcher(text);
    int unknown = 0;
    while (word.find()) {
      String found = word.group();
      if (repairable(found) && unknown++ < MOST_UNKNOWN) {
        word.appendReplacement(repaired, Matcher.quoteReplacement(near(found).orElse(found)));
      }
    }
    return word.appendTail(repaired).toString();
  }

  private boolean repairable(String word) {
    return word.length() >= SHORTEST && word.length() <= LONGEST && !knows(word);
  }

  private Optional<String> near(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return nearest(lower)
        .or(() -> lower.length() < SHORTEST_FOR_COMMON ? Optional.empty() : common.near(lower));
  }

  // The first at the least distance: the most frequent, then the first of the alphabet.
  private Optional<String> nearest(String word) {
    int most = word.length() < SHORTEST_FOR_TWO ? 1 : 2;
    Optional<String> nearest = Optional.empty();
    for (String candidate : byFrequency) {
      int distance = Distance.between(word, candidate, most);
      if (distance <= most) {
        nearest = Optional.of(candidate);
        most = distance - 1;
      }
      if (most == 0) {
        break;
      }
    }
    return nearest;
  }

  private static List<String> texts(Intent intent) {
    List<String> texts = new ArrayList<>(intent.examples());
    texts.add(intent.name().replace('_', ' '));
    texts.add(intent.description());
    return texts;
  }

  private static List<String> texts(FactType type) {
    return type instanceof FactType.Choice(List<ChoiceValue> values)
        ? values.stream()
            .flatMap(choice -> Stream.concat(Stream.of(choice.value()), choice.words().stream()))
            .toList()
        : List.of();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }
}
