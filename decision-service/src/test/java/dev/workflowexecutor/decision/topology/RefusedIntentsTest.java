package dev.workflowexecutor.decision.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedIntentsTest {

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
  void sendsWhatIsNoAvroToTheDeadLettersAndGoesOn() {
    run.intents()
        .pipeInput(TopologyRun.utf8("T-1"), TopologyRun.utf8("not avro"), IntentRecord.START);
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    TestRecord<byte[], byte[]> letter = run.deadLetters().readRecord();
    assertThat(letter.value()).isEqualTo(TopologyRun.utf8("not avro"));
    assertThat(TopologyRun.header(letter.headers(), "dlq_reason")).isEqualTo("NOT_WIRE_FORMAT");
    assertThat(run.decisions().readValue().getKind()).isEqualTo(DecisionKind.CLARIFY);
  }

  @Test
  void sendsARecordWithoutAValueToTheDeadLetters() {
    run.intents().pipeInput(TopologyRun.utf8("T-1"), null, IntentRecord.START);

    assertThat(TopologyRun.header(run.deadLetters().readRecord().headers(), "dlq_reason"))
        .isEqualTo("BROKEN_CONTRACT");
    assertThat(run.decisions().isEmpty()).isTrue();
  }

  @Test
  void decidesNothingAboutARecordThatBelongsToNoTicketOrProblem() {
    byte[] intent = run.bytes(IntentRecord.naming("T-1", "p1", "slow", "slow_internet"));
    byte[] blank = run.bytes(IntentRecord.text("T-1", " ", "slow").build());
    run.intents().pipeInput(TopologyRun.utf8("T-2"), intent, IntentRecord.START);
    run.intents().pipeInput(null, intent, IntentRecord.START);
    run.intents().pipeInput(TopologyRun.utf8("T-1"), blank, IntentRecord.START);

    List<TestRecord<byte[], byte[]>> letters = run.deadLetters().readRecordsToList();
    assertThat(letters).extracting(TestRecord::value).containsExactly(intent, intent, blank);
    assertThat(letters.getFirst().headers().lastHeader("dlq_offset").value())
        .isEqualTo(TopologyRun.utf8("0"));
    assertThat(run.decisions().isEmpty()).isTrue();
  }

  @Test
  void hasAPersonLookAtAProblemWhoseReadingBreaksTheContract() {
    run.send(IntentRecord.text("T-1", "p1", "slow").setConfidence(1.5).build());
    run.send(IntentRecord.text("T-2", "p2", "slow").setConfidence(Double.NaN).build());
    run.send(IntentRecord.text("T-3", "p3", "x".repeat(10_001)).build());
    run.send(IntentRecord.text("T-4", "p4", "Pune").setFacts(List.of(misquoted())).build());
    run.send(
        IntentRecord.text("T-5", "p5", "old").setSubmittedAt(Instant.ofEpochMilli(-1)).build());

    run.send(IntentRecord.text("T-6", "p6", "?").setIntent(" ").build());

    assertThat(run.deadLetters().readRecordsToList())
        .extracting(it -> TopologyRun.header(it.headers(), "dlq_reason"))
        .containsExactly(
            "BROKEN_CONTRACT",
            "BROKEN_CONTRACT",
            "BROKEN_CONTRACT",
            "BROKEN_CONTRACT",
            "BROKEN_CONTRACT",
            "BROKEN_CONTRACT");
    assertThat(run.decisions().readValuesToList())
        .hasSize(6)
        .allSatisfy(
            it -> {
              assertThat(it.getKind()).isEqualTo(DecisionKind.ESCALATE);
              assertThat(it.getReason()).isEqualTo("EVALUATION_FAILED");
              assertThat(Contracts.DECISION.check(it.getTicketId(), it))
                  .isInstanceOf(Verdict.Kept.class);
            });
  }

  @Test
  void beginsATicketAnewThatCannotBeRead() {
    run.tickets()
        .put(
            "T-1",
            new StoredTicket.Unreadable(TopologyRun.utf8("{\"format\":99}"), "written by hand"));

    run.send(IntentRecord.region("T-1", "p1", "Pune", "west"));

    assertThat(TopologyRun.header(run.deadLetters().readRecord().headers(), "dlq_reason"))
        .isEqualTo("TICKET_UNREADABLE");
    assertThat(run.decisions().readValue().getNotice()).contains("earlier request has ended");
    assertThat(run.tickets().get("T-1")).isInstanceOf(StoredTicket.Readable.class);
  }

  @Test
  void hasAPersonTakeOverWhereDecidingFailsAndGoesOn() {
    Ticket foreign = Ticket.opened("T-9", IntentRecord.START, Duration.ofHours(24));
    run.tickets().put("T-1", new StoredTicket.Readable(foreign));

    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(IntentRecord.naming("T-1", "p2", "my internet is slow", "slow_internet"));

    assertThat(TopologyRun.header(run.deadLetters().readRecord().headers(), "dlq_reason"))
        .isEqualTo("DECIDING_FAILED");
    assertThat(run.decisions().readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.ESCALATE, DecisionKind.CLARIFY);
  }

  private static ExtractedFact misquoted() {
    return ExtractedFact.newBuilder()
        .setWorkflow("network-troubleshooting")
        .setFact("region")
        .setValue("north")
        .setQuote("Delhi")
        .setStart(0)
        .setEnd(4)
        .build();
  }
}
