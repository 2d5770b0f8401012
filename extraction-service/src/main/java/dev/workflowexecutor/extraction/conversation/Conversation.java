package dev.workflowexecutor.extraction.conversation;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.FoundFact;
import dev.workflowexecutor.extraction.recognise.Recognised;
import dev.workflowexecutor.extraction.recognise.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a message does in the conversation from its phrases; deterministic. */
public final class Conversation {

  private static final Phrases SURELY_CORRECTS =
      Phrases.of(
          "i mean",
          "i meant",
          "meant to say",
          "correction",
          "my (?:bad|mistake)",
          "that(?:'s| is| was) (?:wrong|not right|incorrect)",
          "wrongly (?:said|typed|wrote)",
          "wrong (?:city|area|region|place|one|type|device|answer|value|information|info|location)",
          "change (?:it|that|this|my \\w+|the \\w+) to",
          "galat (?:bola|likha|bataya|bol diya)");
  private static final Phrases MAYBE_CORRECTS =
      Phrases.of("actually", "sorry", "oops", "no wait", "wait", "instead", "rather", "matlab");
  private static final Phrases CONTRADICTS =
      Phrases.of("no", "nope", "nah", "nahi", "nahin", "not");

  private Conversation() {}

  /** What the text does, given the values that were recognised in it. */
  public static Heard hear(String text, List<Recognised> found) {
    List<Span> person = Requests.forAPerson(text);
    if (!person.isEmpty()) {
      return heard(Act.ASK_FOR_PERSON, false, person, found, text);
    }
    List<Span> nothingMore = Requests.nothingMore(text);
    if (!nothingMore.isEmpty()) {
      return heard(Act.CANCEL, true, nothingMore, found, text);
    }
    List<Span> cancel = Requests.cancel(text);
    return cancel.isEmpty() ? corrected(text, found) : heard(Act.CANCEL, true, cancel, found, text);
  }

  private static Heard corrected(String text, List<Recognised> found) {
    Set<Recognised> takenBack = Corrections.takenBack(found, text);
    List<Recognised> stated = new ArrayList<>(found);
    stated.removeAll(takenBack);
    boolean maybe = contradicts(text, stated) || MAYBE_CORRECTS.occurIn(text);
    if (stated.isEmpty() || !(maybe || !takenBack.isEmpty() || SURELY_CORRECTS.occurIn(text))) {
      return heard(Act.REPORT, false, List.of(), found, text);
    }
    boolean surely =
        SURELY_CORRECTS.occurIn(text)
            || takenBack.stream().anyMatch(old -> stated.stream().anyMatch(old::sameFact));
    return heard(surely || maybe ? Act.CORRECT : Act.REPORT, !surely, List.of(), found, text);
  }

  /** "No, Pune" contradicts; "no signal in Pune" doesn't. */
  private static boolean contradicts(String text, List<Recognised> stated) {
    List<Span> denials = CONTRADICTS.find(text);
    if (denials.isEmpty() || !text.substring(0, denials.getFirst().start()).isBlank()) {
      return false;
    }
    int end = denials.getFirst().end();
    String rest = text.substring(end).stripLeading();
    int next = text.length() - rest.length();
    return (!rest.isEmpty() && ",;.!-:".indexOf(rest.charAt(0)) >= 0)
        || stated.stream().anyMatch(value -> value.span().start() == next);
  }

  private static Heard heard(
      Act act, boolean unlessIntent, List<Span> phrases, List<Recognised> found, String text) {
    Set<Recognised> takenBack = Corrections.takenBack(found, text);
    List<Recognised> stated = new ArrayList<>(found);
    stated.removeAll(takenBack);
    if (act == Act.CORRECT) {
      withoutTheNo(stated, text);
    }
    List<FoundFact> facts = stated.stream().map(value -> fact(value, takenBack, text)).toList();
    return new Heard(
        act, unlessIntent, phrases, found.stream().map(Recognised::span).toList(), facts);
  }

  /** The no that begins a correction answers no question. */
  private static void withoutTheNo(List<Recognised> stated, String text) {
    List<Span> denials = CONTRADICTS.find(text);
    List<Recognised> others =
        stated.stream()
            .filter(value -> denials.stream().noneMatch(value.span()::overlaps))
            .toList();
    if (!others.isEmpty()) {
      stated.retainAll(others);
    }
  }

  private static FoundFact fact(Recognised value, Set<Recognised> takenBack, String text) {
    Optional<String> corrects =
        takenBack.stream()
            .filter(old -> old.sameFact(value) && !old.value().equals(value.value()))
            .min(
                Comparator.comparingInt(old -> Math.abs(old.span().start() - value.span().start())))
            .map(Recognised::value);
    Span span = value.span();
    return new FoundFact(
        value.workflow(),
        value.fact(),
        value.value(),
        span.of(text),
        span.start(),
        span.end(),
        corrects);
  }
}
