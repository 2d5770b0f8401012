package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract of intents.extracted says and its schema can't. */
final class IntentContract {

  private static final int MAX_ID = 200;
  private static final int MAX_TEXT = 10_000;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private IntentContract() {}

  /** Why nobody can say which ticket and problem the record belongs to, if so. */
  static Optional<String> unidentifiable(@Nullable String key, ExtractedIntent intent) {
    Optional<String> badId =
        Stream.of(
                id("intentId", intent.getIntentId()),
                id("ticketId", intent.getTicketId()),
                id("problemId", intent.getProblemId()))
            .flatMap(Optional::stream)
            .findFirst();
    return badId.or(
        () ->
            intent.getTicketId().equals(key)
                ? Optional.empty()
                : Optional.of("expected the ticketId as the key, found " + shown(key)));
  }

  /** What is wrong with a record whose ticket and problem are known, if anything. */
  static Optional<String> violated(ExtractedIntent intent) {
    double confidence = intent.getConfidence();
    if (!(confidence >= 0 && confidence <= 1)) {
      return Optional.of("expected a confidence from 0 to 1, found " + confidence);
    }
    if (intent.getText().length() > MAX_TEXT) {
      return Optional.of(
          "expected a text of at most 10,000 characters, found " + intent.getText().length());
    }
    return time("submittedAt", intent.getSubmittedAt())
        .or(() -> time("extractedAt", intent.getExtractedAt()))
        .or(() -> ungrounded(intent));
  }

  private static Optional<String> id(String field, String value) {
    return value.isBlank() || value.length() > MAX_ID
        ? Optional.of("expected a " + field + " of 1 to 200 characters, found " + shown(value))
        : Optional.empty();
  }

  private static Optional<String> time(String field, Instant value) {
    return value.isBefore(EARLIEST) || value.isAfter(LATEST)
        ? Optional.of("expected a " + field + " from 1970 to 9999, found " + value)
        : Optional.empty();
  }

  private static Optional<String> ungrounded(ExtractedIntent intent) {
    return intent.getFacts().stream()
        .filter(fact -> !isGrounded(fact, intent.getText()))
        .findFirst()
        .map(fact -> "expected the quote of the fact " + shown(fact.getFact()) + " in the text");
  }

  private static boolean isGrounded(ExtractedFact fact, String text) {
    int start = fact.getStart();
    int end = fact.getEnd();
    return 0 <= start
        && start <= end
        && end <= text.length()
        && text.substring(start, end).equals(fact.getQuote());
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "none";
    }
    return "'" + (value.length() > 50 ? value.substring(0, 50) + "..." : value) + "'";
  }
}
