package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Intent records for tests. */
public final class IntentRecord {

  /** When the first one was read. */
  public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private IntentRecord() {}

  /** A record that names an intent. */
  public static ExtractedIntent naming(
      String ticketId, String problemId, String text, String intent) {
    return text(ticketId, problemId, text).setIntent(intent).setConfidence(0.9).build();
  }

  /** A record that states the region of the network workflow. */
  public static ExtractedIntent region(
      String ticketId, String problemId, String city, String region) {
    List<ExtractedFact> facts = new ArrayList<>();
    facts.add(
        ExtractedFact.newBuilder()
            .setWorkflow("network-troubleshooting")
            .setFact("region")
            .setValue(region)
            .setQuote(city)
            .setStart(0)
            .setEnd(city.length())
            .build());
    return text(ticketId, problemId, city).setFacts(facts).setContinuesTicket(true).build();
  }

  /** The same record, read that much later. */
  public static ExtractedIntent later(ExtractedIntent intent, Duration time) {
    return ExtractedIntent.newBuilder(intent)
        .setExtractedAt(intent.getExtractedAt().plus(time))
        .build();
  }

  /** A record that names nothing, to be changed. */
  public static ExtractedIntent.Builder text(String ticketId, String problemId, String text) {
    return ExtractedIntent.newBuilder()
        .setIntentId(DerivedId.of("intent", problemId))
        .setTicketId(ticketId)
        .setProblemId(problemId)
        .setCauseId(problemId)
        .setText(text)
        .setReading(Reading.UNDERSTOOD)
        .setAct(ConversationAct.REPORT)
        .setReader("test")
        .setDefinitions("none")
        .setSubmittedAt(START.minusMillis(20))
        .setExtractedAt(START);
  }
}
