package dev.workflowexecutor.decision.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeTest {

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
  void expiresAnOpenQuestionWhenOtherTicketsShowThatTimeHasPassed() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ValidatedDecision asked = run.decisions().readValue();

    run.send(
        IntentRecord.later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));

    ValidatedDecision expired =
        run.decisions().readValuesToList().stream()
            .filter(it -> it.getKind() == DecisionKind.EXPIRE)
            .findFirst()
            .orElseThrow();
    assertThat(expired.getTicketId()).isEqualTo("T-1");
    assertThat(expired.getCauseId()).isEqualTo(asked.getDecisionId());
    assertThat(expired.getDecidedAt()).isEqualTo(IntentRecord.START.plus(Duration.ofHours(24)));
  }

  @Test
  void expiresAnOpenQuestionBeforeItDecidesAboutALateAnswer() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(
        IntentRecord.later(IntentRecord.region("T-1", "p2", "Pune", "west"), Duration.ofHours(25)));
    run.send(
        IntentRecord.later(IntentRecord.text("T-2", "p3", "hello").build(), Duration.ofHours(26)));

    List<ValidatedDecision> out = run.decisions().readValuesToList();
    assertThat(out)
        .extracting(ValidatedDecision::getKind)
        .containsExactly(
            DecisionKind.CLARIFY, DecisionKind.EXPIRE, DecisionKind.REJECT, DecisionKind.REJECT);
    assertThat(out.get(2).getNotice()).contains("earlier request has ended");
  }

  @Test
  void recognisesADuplicateOfAnEndedTicket() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(
        IntentRecord.later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    assertThat(run.decisions().readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactlyInAnyOrder(DecisionKind.CLARIFY, DecisionKind.REJECT, DecisionKind.EXPIRE);
  }

  @Test
  void forgetsATicketAfterItsEnd() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    run.send(
        IntentRecord.later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));
    run.send(
        IntentRecord.later(IntentRecord.text("T-3", "p3", "hello").build(), Duration.ofHours(49)));

    assertThat(run.tickets().get("T-1")).isNull();
  }

  @Test
  void looksAtAFewTicketsAtATimeAndComesToAll(@TempDir Path other) {
    try (TopologyRun patient = new TopologyRun(other, new Sweep(Duration.ofMinutes(1), 2))) {
      for (String ticket : List.of("T-1", "T-2", "T-3", "T-4", "T-5")) {
        patient.send(IntentRecord.naming(ticket, "p" + ticket, "so slow", "slow_internet"));
      }
      patient.decisions().readValuesToList();

      List<Long> expired =
          IntStream.range(0, 4)
              .mapToObj(minute -> expiredAfter(patient, Duration.ofHours(25).plusMinutes(minute)))
              .toList();

      assertThat(expired).allMatch(count -> count <= 2).contains(2L);
      assertThat(expired.stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
    }
  }

  private static long expiredAfter(TopologyRun run, Duration time) {
    ExtractedIntent hello = IntentRecord.text("U-1", "q" + time.toMinutes(), "hello").build();
    run.send(IntentRecord.later(hello, time));
    return run.decisions().readValuesToList().stream()
        .filter(it -> it.getKind() == DecisionKind.EXPIRE)
        .count();
  }

  @Test
  void doesNotBelieveATimeBeyondTheRecordsOwn() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ExtractedIntent dreaming =
        IntentRecord.later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofDays(900));
    run.intents()
        .pipeInput(TopologyRun.utf8("T-2"), run.bytes(dreaming), IntentRecord.START.plusSeconds(1));
    run.send(
        IntentRecord.later(
            IntentRecord.region("T-1", "p3", "Pune", "west"), Duration.ofMinutes(5)));

    assertThat(run.decisions().readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.REJECT, DecisionKind.EXECUTE);
  }

  @Test
  void takesRecordsOutOfOrderAndFromBeforeTheEpoch() {
    run.send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ExtractedIntent early =
        IntentRecord.later(IntentRecord.region("T-1", "p2", "Pune", "west"), Duration.ofHours(-9));
    run.intents()
        .pipeInput(
            TopologyRun.utf8("T-1"), run.bytes(early), IntentRecord.START.minusSeconds(3600));

    assertThat(run.decisions().readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.EXECUTE);
  }
}
