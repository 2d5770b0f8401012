package dev.workflowexecutor.extraction.conversation;

import dev.workflowexecutor.extraction.recognise.Recognised;
import dev.workflowexecutor.extraction.recognise.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the recognised values are stated, and which are only named to be taken back. */
final class Corrections {

  private static final String SMALL_WORDS =
      "(?:(?:in|at|from|on|for|of|with|using|to|an?|the|my|it'?s|it is|really|actually|even)\\s+){0,3}";
  private static final Pattern DENIED_BEFORE =
      insensitive(
          "(?:\\b(?:not|never|isn['’]?t|wasn['’]?t|aren['’]?t|instead of|rather than|no longer"
              + "|other than|(?:have|has|got|with) no|don['’]?t have|do not have|don['’]?t use)\\s+)"
              + SMALL_WORDS
              + "$");
  private static final Pattern DENIED_AFTER =
      insensitive("^\\s*(?:nahi|nahin|nahi+n?)\\b(?!\\s+(?:aa|chal|ho|mil|kar))");
  private static final Pattern REPLACED_BETWEEN =
      insensitive(
          "^[\\s,.;:!?-]*(?:\\b(?:sorry|oops|i mean|i meant|no wait|wait no|wait|no|actually|rather"
              + "|correction|make that|make it|or rather|nahi|matlab)\\b[\\s,.:-]*){1,3}"
              + SMALL_WORDS
              + "$");
  private static final Pattern CHANGED_BEFORE =
      insensitive(
          "\\b(?:change|correct|update|switch)\\s+(?:(?:it|that|the|my|region|city|answer|\\w+)\\s+)"
              + "{0,3}?(?:from\\s+)?$");
  private static final Pattern CHANGED_BETWEEN =
      insensitive("^\\s*(?:in)?to\\s+" + SMALL_WORDS + "$");
  private static final int CONTEXT = 60;

  private Corrections() {}

  /** The values that the text takes back. */
  static Set<Recognised> takenBack(List<Recognised> found, String text) {
    Set<Recognised> takenBack = new HashSet<>();
    for (Recognised value : found) {
      if (isDenied(value.span(), text)) {
        takenBack.add(value);
      }
    }
    for (List<Recognised> values : byFact(found)) {
      for (int i = 0; i + 1 < values.size(); i++) {
        if (isReplaced(values.get(i).span(), values.get(i + 1).span(), text)) {
          takenBack.add(values.get(i));
        }
      }
    }
    return takenBack;
  }

  private static boolean isDenied(Span value, String text) {
    return DENIED_BEFORE.matcher(before(value, text)).find()
        || DENIED_AFTER.matcher(after(value, text)).find();
  }

  private static boolean isReplaced(Span value, Span next, String text) {
    String between = text.substring(value.end(), Math.max(value.end(), next.start()));
    return REPLACED_BETWEEN.matcher(between).find()
        || (CHANGED_BETWEEN.matcher(between).find()
            && CHANGED_BEFORE.matcher(before(value, text)).find());
  }

  private static List<List<Recognised>> byFact(List<Recognised> found) {
    List<List<Recognised>> groups = new ArrayList<>();
    for (Recognised value : found) {
      groups.stream()
          .filter(group -> group.getFirst().sameFact(value))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.getLast();
              })
          .add(value);
    }
    return groups;
  }

  private static String before(Span span, String text) {
    return text.substring(Math.max(0, span.start() - CONTEXT), span.start());
  }

  private static String after(Span span, String text) {
    return text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT));
  }

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
