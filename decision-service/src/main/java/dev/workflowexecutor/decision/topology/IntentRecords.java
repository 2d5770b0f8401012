package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intents out of their records. */
final class IntentRecords {

  private IntentRecords() {}

  /** The intent of a record that keeps its contract. */
  static Intent intent(ExtractedIntent it) {
    return new Intent(
        it.getIntentId(),
        it.getTicketId(),
        it.getProblemId(),
        it.getText(),
        it.getAttributes(),
        it.getContinuesTicket(),
        reading(it),
        act(it),
        Optional.ofNullable(it.getIntent()),
        it.getFacts().stream().map(IntentRecords::fact).toList(),
        it.getSubmittedAt(),
        it.getExtractedAt());
  }

  /** The intent of a record of which only the ids can be trusted. */
  static Intent bare(ExtractedIntent it, Instant at) {
    return new Intent(
        it.getIntentId(),
        it.getTicketId(),
        it.getProblemId(),
        "",
        Map.of(),
        false,
        Reading.UNKNOWN,
        Act.REPORT,
        Optional.empty(),
        List.of(),
        at,
        at);
  }

  private static Reading reading(ExtractedIntent it) {
    return switch (it.getReading()) {
      case UNKNOWN -> Reading.UNKNOWN;
      case UNDERSTOOD -> Reading.UNDERSTOOD;
      case EMPTY_TEXT -> Reading.EMPTY_TEXT;
      case TEXT_TOO_LONG -> Reading.TEXT_TOO_LONG;
      case READER_FAILED -> Reading.READER_FAILED;
    };
  }

  private static Act act(ExtractedIntent it) {
    return switch (it.getAct()) {
      case REPORT -> Act.REPORT;
      case CORRECT -> Act.CORRECT;
      case CANCEL -> Act.CANCEL;
      case ASK_FOR_PERSON -> Act.ASK_FOR_PERSON;
    };
  }

  private static FoundFact fact(ExtractedFact it) {
    return new FoundFact(
        it.getWorkflow(),
        it.getFact(),
        it.getValue(),
        it.getQuote(),
        Optional.ofNullable(it.getCorrects()));
  }
}
