package dev.workflowexecutor.decision.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.workflow.DerivedId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTopologyTest {

  @TempDir Path stateDir;
  private TopologyRun run;

  @BeforeEach
  void start() {
    run = new TopologyRun(stateDir);
  }

  @AfterEach
  void stop() {
    run.close();
  }

  @Test
  void decidesOverTheTurnsOfATicket() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(IntentRecord.region("T-1", "p2", "Pune", "west"));

    List<TestRecord<String, ValidatedDecision>> out = run.decisions().readRecordsToList();
    assertThat(out).extracting(TestRecord::key).containsExactly("T-1", "T-1");
    assertThat(out)
        .extracting(it -> it.value().getKind())
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.EXECUTE);
    assertThat(out.getFirst().value().getAwaiting()).isEqualTo("region");
    assertThat(run.told()).hasSize(2);
    assertThat(run.deadLetters().isEmpty()).isTrue();
  }

  @Test
  void carriesTheTraceAndTheCloudEventsAttributesOn() {
    Headers headers = new RecordHeaders();
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    headers.add("traceparent", TopologyRun.utf8("00-" + trace + "-00f067aa0ba902b7-01"));
    ExtractedIntent intent =
        IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet");

    run.intents()
        .pipeInput(
            new TestRecord<>(
                TopologyRun.utf8("T-1"), run.bytes(intent), headers, IntentRecord.START));

    TestRecord<String, ValidatedDecision> out = run.decisions().readRecord();
    String decisionId = DerivedId.of("decision", intent.getIntentId());
    assertThat(TopologyRun.header(out.headers(), "traceparent")).startsWith("00-" + trace + "-");
    assertThat(TopologyRun.header(out.headers(), "ce_id")).isEqualTo(decisionId);
    assertThat(TopologyRun.header(out.headers(), "ce_source")).isEqualTo("decision-service");
    assertThat(TopologyRun.header(out.headers(), "ce_time"))
        .isEqualTo(IntentRecord.START.toString());
    assertThat(out.value().getDecisionId()).isEqualTo(decisionId);
    assertThat(out.value().getCauseId()).isEqualTo(intent.getIntentId());
    assertThat(out.getRecordTime()).isEqualTo(IntentRecord.START);
  }

  @Test
  void decidesADuplicatedProblemOnce() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    assertThat(run.decisions().readValuesToList()).hasSize(1);
  }

  @Test
  void givesTheSameBytesWhenTheTopicIsReplayed(@TempDir Path otherDir) {
    List<ExtractedIntent> recorded =
        List.of(
            IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"),
            IntentRecord.text("T-2", "p2", "tell me a joke").build(),
            IntentRecord.region("T-1", "p3", "Pune", "west"),
            IntentRecord.later(
                IntentRecord.naming("T-3", "p4", "a fire", "no_signal"), Duration.ofDays(4)));
    List<byte[]> first = run.decided(recorded);

    try (TopologyRun again = new TopologyRun(otherDir)) {
      assertThat(again.decided(recorded)).containsExactlyElementsOf(first);
    }
    assertThat(first).hasSize(4);
  }
}
