package dev.workflowexecutor.extraction.recognise;

import dev.workflowexecutor.workflow.fact.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spans of a text that may state a value of a type that isn't a choice, the likeliest first.
 */
final class Candidates {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int MOST_WORDS_OF_AN_ID = 4;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_ANSWER = 200;

  private Candidates() {}

  static List<Span> of(FactType type, String text) {
    return switch (type) {
      case FactType.Text _, FactType.Choice _ -> List.of();
      case FactType.Bool _ -> all(Patterns.YES_OR_NO, text);
      case FactType.IntegerNumber _, FactType.DecimalNumber _ -> numbers(text);
      case FactType.Money _ -> all(Patterns.MONEY, text);
      case FactType.Date _ -> all(Patterns.DATE, text);
      case FactType.Time _ -> all(Patterns.TIME, text);
      case FactType.Duration _ -> all(Patterns.DURATION, text);
      case FactType.Phone _ -> shrinking(all(Patterns.PHONE, text), text);
      case FactType.Email _ -> all(Patterns.EMAIL, text);
      case FactType.Identifier _ -> identifiers(text);
    };
  }

  /** What remains of a short message without the fillers at its edges: a bare answer. */
  static List<Span> answer(String text) {
    List<Token> tokens = Token.of(text);
    int first = 0;
    int last = tokens.size() - 1;
    while (first < last && Fillers.contain(tokens.get(first).word())) {
      first++;
    }
    while (last > first && Fillers.contain(tokens.get(last).word())) {
      last--;
    }
    if (tokens.isEmpty() || text.length() > LONGEST_ANSWER) {
      return List.of();
    }
    return List.of(new Span(tokens.get(first).span().start(), tokens.get(last).span().end()));
  }

  /** A date, a time or a telephone number is no number, whoever asks for one. */
  private static List<Span> numbers(String text) {
    List<Span> taken = new ArrayList<>(all(Patterns.DATE, text));
    taken.addAll(all(Patterns.TIME, text));
    return all(Patterns.NUMBER, text).stream()
        .filter(span -> taken.stream().noneMatch(span::overlaps))
        .toList();
  }

  private static List<Span> all(Pattern pattern, String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(matcher.start(), matcher.end()));
    }
    return spans;
  }

  /** Each span, then the same with its last group of digits cut off, and so on. */
  private static List<Span> shrinking(List<Span> spans, String text) {
    List<Span> shorter = new ArrayList<>();
    for (Span span : spans) {
      int end = span.end();
      while (end > span.start()) {
        shorter.add(new Span(span.start(), end));
        end = text.lastIndexOf(' ', end - 1);
      }
    }
    return shorter;
  }

  private static List<Span> identifiers(String text) {
    List<Span> words = all(WORD, text);
    List<Span> spans = new ArrayList<>();
    for (int first = 0; first < words.size(); first++) {
      int most = Math.min(MOST_WORDS_OF_AN_ID, words.size() - first);
      for (int count = most; count > 0; count--) {
        trimmed(words.get(first).start(), words.get(first + count - 1).end(), text, spans);
      }
    }
    return spans;
  }

  private static void trimmed(int from, int to, String text, List<Span> spans) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    if (start < end && end - start <= LONGEST_ID) {
      spans.add(new Span(start, end));
    }
  }
}
