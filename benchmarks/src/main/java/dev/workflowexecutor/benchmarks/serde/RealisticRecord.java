package dev.workflowexecutor.benchmarks.serde;

import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.IntentScore;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The records that are measured, with what they usually hold. */
public enum RealisticRecord {
  /** A reading with an intent, its alternatives and two facts. */
  ExtractedIntent(Topic.INTENTS_EXTRACTED) {
    @Override
    SpecificRecord record() {
      return intent();
    }
  },
  /** A resolved problem with four values. */
  ExecutionResult(Topic.EXECUTIONS_RESULTS) {
    @Override
    SpecificRecord record() {
      return result();
    }
  };

  private static final String TICKET = "7d0f3a52-8d1c-3f0e-9f5c-0a4a9be3f7a1";
  private static final String PROBLEM = "0b3c9a40-53a5-3e2e-8a33-6a3f9f3d1c55";
  private static final String CAUSE = "b0a0f2b6-6a59-3bcb-9d0a-65a2f6d6d0c2";
  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");
  private static final String TEXT =
      "My fiber internet has been very slow in Pune every evening since Monday, please help";

  private final Topic topic;

  RealisticRecord(Topic topic) {
    this.topic = topic;
  }

  /** Where such records are. */
  Topic topic() {
    return topic;
  }

  abstract SpecificRecord record();

  private static SpecificRecord intent() {
    return dev.workflowexecutor.events.ExtractedIntent.newBuilder()
        .setIntentId("d5c7a0b1-9b4e-3f1c-8a77-1f2e3d4c5b6a")
        .setTicketId(TICKET)
        .setProblemId(PROBLEM)
        .setCauseId(PROBLEM)
        .setText(TEXT)
        .setAttributes(Map.of("account_type", "prepaid", "channel", "app"))
        .setReading(Reading.UNDERSTOOD)
        .setAct(ConversationAct.REPORT)
        .setIntent("slow_internet")
        .setConfidence(0.94)
        .setAlternatives(
            List.of(
                new IntentScore("slow_internet", 0.94),
                new IntentScore("no_signal", 0.03),
                new IntentScore("network_issue", 0.02),
                new IntentScore("call_drops", 0.005),
                new IntentScore("bill_too_high", 0.001)))
        .setFacts(List.of(fact("region", "west", "Pune"), fact("service_type", "fiber", "fiber")))
        .setReader("embedded/bge-small-en-v1.5-q")
        .setDefinitions("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        .setSubmittedAt(AT)
        .setExtractedAt(AT.plusMillis(12))
        .build();
  }

  private static ExtractedFact fact(String name, String value, String quote) {
    int start = TEXT.indexOf(quote);
    return new ExtractedFact(
        "network-troubleshooting", name, value, quote, start, start + quote.length(), null);
  }

  private static SpecificRecord result() {
    return dev.workflowexecutor.events.ExecutionResult.newBuilder()
        .setResultId("4c1c2d3e-5f60-3a7b-8c9d-0e1f2a3b4c5d")
        .setTicketId(TICKET)
        .setProblemId(PROBLEM)
        .setCauseId(CAUSE)
        .setStatus(OutcomeStatus.RESOLVED)
        .setMessage("There is a network outage in your area. Expected resolution: 6 PM.")
        .setData(Map.of("eta", "6 PM", "region", "west", "attempts", 2L, "share", 0.5))
        .setSubmittedAt(AT)
        .setCompletedAt(AT.plusMillis(40))
        .build();
  }
}
