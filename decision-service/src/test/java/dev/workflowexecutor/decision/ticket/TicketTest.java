package dev.workflowexecutor.decision.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final Ticket opened = Ticket.opened("T-1", START, Duration.ofHours(24));

  @Test
  void makesWhatWasSaidNowEarlierInTheNextTurn() {
    Ticket next =
        opened
            .nextTurn("p1", START)
            .stating(Map.of("region", StatedFact.now("west", "Pune")))
            .nextTurn("p2", START);

    assertThat(next.stated())
        .containsEntry("region", new StatedFact("west", FactSource.EARLIER, "Pune"));
    assertThat(next.turn()).isEqualTo(2);
  }

  @Test
  void isNotTurnedBackByALateMessage() {
    Ticket next =
        opened.nextTurn("p1", START.plusSeconds(60)).nextTurn("p2", START.minusSeconds(5));

    assertThat(next.lastActivity()).isEqualTo(START.plusSeconds(60));
    assertThat(next.isExpiredAt(START.minusSeconds(900))).isFalse();
  }

  @Test
  void remembersTheLastHundredProblems() {
    Ticket ticket = opened;
    for (int i = 0; i < 150; i++) {
      ticket = ticket.nextTurn("p" + i, START);
    }

    assertThat(ticket.seen()).hasSize(Ticket.SEEN_PROBLEMS);
    assertThat(ticket.hasSeen("p50")).isTrue();
    assertThat(ticket.hasSeen("p49")).isFalse();
  }

  @Test
  void keepsTheBeginningOfLongEvidence() {
    String evidence = "x".repeat(499) + "📵" + "x".repeat(100);

    assertThat(StatedFact.now("v", evidence).evidence()).isEqualTo("x".repeat(499));
  }
}
