package dev.workflowexecutor.extraction.kafka;

import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.DroppedValue;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.IntentScore;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.Dropped;
import dev.workflowexecutor.extraction.intent.Extraction;
import dev.workflowexecutor.extraction.intent.FoundFact;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.intent.Score;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Instant;

/** Translates what was read into the record of intents.extracted. */
final class IntentRecords {

  private IntentRecords() {}

  static ExtractedIntent of(RawProblem problem, Extraction extraction, Instant extractedAt) {
    Read read = extraction.read();
    return ExtractedIntent.newBuilder()
        .setIntentId(DerivedId.of("intent", problem.getProblemId()))
        .setTicketId(problem.getTicketId())
        .setProblemId(problem.getProblemId())
        .setCauseId(problem.getProblemId())
        .setText(extraction.text())
        .setAttributes(problem.getAttributes())
        .setContinuesTicket(problem.getContinuesTicket())
        .setReading(reading(extraction.reading()))
        .setAct(act(read.act()))
        .setIntent(read.intent().orElse(null))
        .setConfidence(read.confidence())
        .setAlternatives(read.alternatives().stream().map(IntentRecords::score).toList())
        .setFacts(read.facts().stream().map(IntentRecords::fact).toList())
        .setDropped(read.dropped().stream().map(IntentRecords::dropped).toList())
        .setReader(extraction.reader())
        .setDefinitions(extraction.definitions())
        .setSubmittedAt(problem.getSubmittedAt())
        .setExtractedAt(extractedAt)
        .build();
  }

  private static Reading reading(dev.workflowexecutor.extraction.intent.Reading reading) {
    return switch (reading) {
      case UNKNOWN -> Reading.UNKNOWN;
      case UNDERSTOOD -> Reading.UNDERSTOOD;
      case EMPTY_TEXT -> Reading.EMPTY_TEXT;
      case TEXT_TOO_LONG -> Reading.TEXT_TOO_LONG;
      case READER_FAILED -> Reading.READER_FAILED;
    };
  }

  private static ConversationAct act(Act act) {
    return switch (act) {
      case REPORT -> ConversationAct.REPORT;
      case CORRECT -> ConversationAct.CORRECT;
      case CANCEL -> ConversationAct.CANCEL;
      case ASK_FOR_PERSON -> ConversationAct.ASK_FOR_PERSON;
    };
  }

  private static IntentScore score(Score score) {
    return IntentScore.newBuilder()
        .setIntent(score.intent())
        .setConfidence(score.confidence())
        .build();
  }

  private static ExtractedFact fact(FoundFact fact) {
    return ExtractedFact.newBuilder()
        .setWorkflow(fact.workflow())
        .setFact(fact.fact())
        .setValue(fact.value())
        .setQuote(fact.quote())
        .setStart(fact.start())
        .setEnd(fact.end())
        .setCorrects(fact.corrects().orElse(null))
        .build();
  }

  private static DroppedValue dropped(Dropped dropped) {
    return DroppedValue.newBuilder()
        .setFact(dropped.fact())
        .setValue(dropped.value())
        .setReason(dropped.reason().name())
        .build();
  }
}
