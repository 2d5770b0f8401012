package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message in the ticket T-1 as a reader found it, put together step by step. */
public record Said(
    String problemId,
    String text,
    Map<String, String> attributes,
    boolean continuesTicket,
    Reading reading,
    Act act,
    Optional<String> named,
    List<FoundFact> facts,
    Instant at) {

  /** When the conversations of the tests begin. */
  public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  /** A message that nothing was found in. */
  public static Said text(String problemId, String text) {
    return new Said(
        problemId,
        text,
        Map.of(),
        false,
        Reading.UNKNOWN,
        Act.REPORT,
        Optional.empty(),
        List.of(),
        START);
  }

  public Said naming(String intent) {
    return new Said(
        problemId,
        text,
        attributes,
        continuesTicket,
        Reading.UNDERSTOOD,
        act,
        Optional.of(intent),
        facts,
        at);
  }

  public Said with(String workflow, String fact, String value, String quote) {
    return with(new FoundFact(workflow, fact, value, quote, Optional.empty()));
  }

  public Said with(FoundFact found) {
    List<FoundFact> more = new ArrayList<>(facts);
    more.add(found);
    return new Said(
        problemId, text, attributes, continuesTicket, Reading.UNDERSTOOD, act, named, more, at);
  }

  public Said region(String value, String quote) {
    return with("network-troubleshooting", "region", value, quote)
        .with("billing-explanation", "region", value, quote);
  }

  public Said given(Map<String, String> all) {
    return new Said(problemId, text, all, continuesTicket, reading, act, named, facts, at);
  }

  public Said doing(Act other) {
    return new Said(problemId, text, attributes, continuesTicket, reading, other, named, facts, at);
  }

  public Said read(Reading other) {
    return new Said(problemId, text, attributes, continuesTicket, other, act, named, facts, at);
  }

  public Said continuing() {
    return new Said(problemId, text, attributes, true, reading, act, named, facts, at);
  }

  public Said after(Duration sinceStart) {
    return new Said(
        problemId,
        text,
        attributes,
        continuesTicket,
        reading,
        act,
        named,
        facts,
        START.plus(sinceStart));
  }

  /** The intent that a reader would have made of it. */
  public Intent intent() {
    return new Intent(
        DerivedId.of("intent", problemId),
        "T-1",
        problemId,
        text,
        attributes,
        continuesTicket,
        reading,
        act,
        named,
        facts,
        at.minusMillis(20),
        at);
  }
}
