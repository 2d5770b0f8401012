package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.load.Payload;
import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.IntentScore;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Intents as extraction-service would have written them, without its work. */
final class IntentPayload implements Payload {

  private static final String TEXT = "no signal since yesterday in Pune";

  private final Scenario scenario;
  private final AvroSerializer<ExtractedIntent> serializer;

  IntentPayload(Scenario scenario, AvroSerializer<ExtractedIntent> serializer) {
    this.scenario = scenario;
    this.serializer = serializer;
  }

  @Override
  public byte[] of(String key) {
    return Objects.requireNonNull(
        serializer.serialize(Topic.INTENTS_EXTRACTED.topicName(), intent(key)));
  }

  private ExtractedIntent intent(String key) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return ExtractedIntent.newBuilder()
        .setIntentId(DerivedId.of("intent", key))
        .setTicketId(key)
        .setProblemId(key)
        .setCauseId(key)
        .setText(TEXT)
        .setReading(Reading.UNDERSTOOD)
        .setAct(ConversationAct.REPORT)
        .setIntent(scenario.intent())
        .setConfidence(0.98)
        .setAlternatives(List.of(new IntentScore(scenario.intent(), 0.98)))
        .setFacts(List.of(region()))
        .setReader("benchmark")
        .setDefinitions("benchmark")
        .setSubmittedAt(now)
        .setExtractedAt(now)
        .build();
  }

  private ExtractedFact region() {
    return ExtractedFact.newBuilder()
        .setWorkflow(scenario.workflow())
        .setFact("region")
        .setValue("west")
        .setQuote("Pune")
        .setStart(TEXT.indexOf("Pune"))
        .setEnd(TEXT.length())
        .build();
  }
}
