package dev.workflowexecutor.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.decide.ExpireTicket.Expiry;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpireTicketTest {

  private static final Instant END = Said.START.plus(Duration.ofHours(24));

  private final Talk talk = new Talk(Packs.catalog());

  @Test
  void leavesATicketAloneUntilItsTimeIsOver() {
    talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));

    assertThat(ExpireTicket.at(END.minusMillis(1), talk.ticket()))
        .isEqualTo(new Expiry.Unchanged());
  }

  @Test
  void tellsThatAnOpenQuestionWasNeverAnswered() {
    Decision asked = talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));

    Expiry expiry = ExpireTicket.at(END.plusSeconds(500), talk.ticket());

    assertThat(expiry).isInstanceOf(Expiry.Ended.class);
    Decision told = ((Expiry.Ended) expiry).told().orElseThrow();
    assertThat(told.verdict().kind()).isEqualTo(Verdict.Kind.EXPIRE);
    assertThat(told.verdict().reason()).isEqualTo(Reason.EXPIRED);
    assertThat(told.verdict().message()).contains("Which city are you in?");
    assertThat(told.decisionId()).isEqualTo(DerivedId.of("decision-expired", asked.decisionId()));
    assertThat(told.causeId()).isEqualTo(asked.decisionId());
    assertThat(told.problemId()).isEqualTo("p1");
    assertThat(told.decidedAt()).isEqualTo(END);
  }

  @Test
  void endsADecidedTicketInSilence() {
    talk.decide(Said.text("p1", "slow in Pune").naming("slow_internet").region("west", "Pune"));

    Expiry expiry = ExpireTicket.at(END, talk.ticket());

    assertThat(expiry).isInstanceOf(Expiry.Ended.class);
    assertThat(((Expiry.Ended) expiry).told()).isEmpty();
    assertThat(((Expiry.Ended) expiry).ticket().phase()).isEqualTo(new Phase.Ended());
  }

  @Test
  void remembersTheProblemsOfAnEndedTicketForAsLongAgain() {
    talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));
    var ended = ((Expiry.Ended) ExpireTicket.at(END, talk.ticket())).ticket();

    assertThat(ended.hasSeen("p1")).isTrue();
    assertThat(ended.stated()).isEmpty();
    assertThat(ExpireTicket.at(END.plus(Duration.ofHours(24)).minusMillis(1), ended))
        .isEqualTo(new Expiry.Unchanged());
    assertThat(ExpireTicket.at(END.plus(Duration.ofHours(24)), ended))
        .isEqualTo(new Expiry.Forgotten());
  }
}
