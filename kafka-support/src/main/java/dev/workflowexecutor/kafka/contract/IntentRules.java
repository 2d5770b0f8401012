package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What is demanded on intents.extracted. */
final class IntentRules {

  private static final int LONGEST_TEXT = 10_000;

  private IntentRules() {}

  static List<Rule<ExtractedIntent>> all() {
    return List.of(
        Rules.identity("intentId", ExtractedIntent::getIntentId),
        Rules.identity("ticketId", ExtractedIntent::getTicketId),
        Rules.identity("problemId", ExtractedIntent::getProblemId),
        Rules.ticketAsKey(ExtractedIntent::getTicketId),
        Rules.id("causeId", ExtractedIntent::getCauseId),
        text(),
        ProblemRules.attributes(ExtractedIntent::getAttributes),
        intent(),
        confidence(),
        alternatives(),
        facts("each with a workflow, a fact and a value", (fact, text) -> isWhole(fact)),
        facts(
            "each with a quote that stands in the text from its start to its end",
            IntentRules::isGrounded),
        Rules.time("submittedAt", ExtractedIntent::getSubmittedAt),
        Rules.time("extractedAt", ExtractedIntent::getExtractedAt));
  }

  private static Rule<ExtractedIntent> text() {
    return Rules.content(
        "text",
        "at most 10,000 characters",
        record -> {
          int length = record.getText().length();
          return length > LONGEST_TEXT ? Optional.of(Integer.toString(length)) : Optional.empty();
        });
  }

  private static Rule<ExtractedIntent> intent() {
    return Rules.content(
        "intent",
        "none, or a name of 1 to 200 characters",
        record -> {
          String intent = record.getIntent();
          return intent == null || (!intent.isBlank() && intent.length() <= 200)
              ? Optional.empty()
              : Optional.of(Shown.text(intent));
        });
  }

  private static Rule<ExtractedIntent> confidence() {
    return Rules.content(
        "confidence",
        "a number from 0 to 1",
        record ->
            isShare(record.getConfidence())
                ? Optional.empty()
                : Optional.of(Double.toString(record.getConfidence())));
  }

  private static boolean isShare(double value) {
    // Written so that NaN isn't one.
    return value >= 0 && value <= 1;
  }

  private static Rule<ExtractedIntent> alternatives() {
    return Rules.content(
        "alternatives",
        "each with a confidence from 0 to 1",
        record ->
            record.getAlternatives().stream()
                .filter(it -> !isShare(it.getConfidence()))
                .map(it -> Double.toString(it.getConfidence()))
                .findFirst());
  }

  private static Rule<ExtractedIntent> facts(
      String expected, BiPredicate<ExtractedFact, String> kept) {
    return Rules.content(
        "facts",
        expected,
        record ->
            record.getFacts().stream()
                .filter(fact -> !kept.test(fact, record.getText()))
                .map(IntentRules::place)
                .findFirst());
  }

  private static boolean isWhole(ExtractedFact fact) {
    return !fact.getWorkflow().isBlank() && !fact.getFact().isBlank() && !fact.getValue().isBlank();
  }

  private static boolean isGrounded(ExtractedFact fact, String text) {
    return 0 <= fact.getStart()
        && fact.getStart() < fact.getEnd()
        && fact.getEnd() <= text.length()
        && text.substring(fact.getStart(), fact.getEnd()).equals(fact.getQuote());
  }

  private static String place(ExtractedFact fact) {
    return Shown.text(fact.getFact()) + " at " + fact.getStart() + " to " + fact.getEnd();
  }
}
