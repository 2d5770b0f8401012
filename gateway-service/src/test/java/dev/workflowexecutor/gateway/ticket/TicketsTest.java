package dev.workflowexecutor.gateway.ticket;

import static dev.workflowexecutor.gateway.outcome.SomeOutcome.question;
import static dev.workflowexecutor.gateway.outcome.SomeOutcome.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.problem.Problem;
import dev.workflowexecutor.gateway.problem.RecentProblems;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.h2();
  private final Outcomes outcomes = new Outcomes();
  private final Tickets tickets = new Tickets(database.readModel(), new RecentProblems(), outcomes);
  private long offset;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void doesNotKnowATicketOfWhichNothingWasSaid() {
    assertThat(tickets.find("t-1")).isEmpty();
  }

  @Test
  void isPendingUntilTheProblemHasItsOutcome() {
    submitted("p-1", "no signal", START);

    assertThat(tickets.find("t-1"))
        .hasValueSatisfying(
            ticket -> {
              assertThat(ticket.status()).isEqualTo("PENDING");
              assertThat(ticket.outcome()).isNull();
              assertThat(ticket.turns())
                  .extracting(TicketDocument.Turn::text)
                  .containsExactly("no signal");
            });
  }

  @Test
  void isPendingAgainWhenAQuestionIsAnswered() {
    submitted("p-1", "no signal", START);
    completed(question("r-1", "t-1", "p-1"));
    submitted("p-2", "Pune", START.plusSeconds(60));

    assertThat(tickets.find("t-1"))
        .hasValueSatisfying(
            ticket -> {
              assertThat(ticket.status()).isEqualTo("PENDING");
              assertThat(ticket.outcome()).isNotNull();
              assertThat(ticket.turns()).hasSize(2);
            });
  }

  @Test
  void standsAsTheLastOutcomeSays() {
    submitted("p-1", "no signal", START);
    completed(question("r-1", "t-1", "p-1"));
    submitted("p-2", "Pune", START.plusSeconds(60));
    completed(resolved("r-2", "t-1", "p-2"));

    assertThat(tickets.find("t-1"))
        .hasValueSatisfying(ticket -> assertThat(ticket.status()).isEqualTo("RESOLVED"));
  }

  @Test
  void showsAnOutcomeThatIsNotStoredYet() {
    outcomes.live(resolved("r-1", "t-1", "p-1"));

    assertThat(tickets.find("t-1"))
        .hasValueSatisfying(
            ticket -> {
              assertThat(ticket.status()).isEqualTo("RESOLVED");
              assertThat(ticket.turns()).extracting(TicketDocument.Turn::text).containsOnlyNulls();
            });
  }

  @Test
  void showsAnOutcomeOnceThatIsLiveAndStored() {
    completed(resolved("r-1", "t-1", "p-1"));
    outcomes.live(resolved("r-1", "t-1", "p-1"));
    outcomes.live(resolved("r-2", "t-1", "p-2"));

    assertThat(tickets.outcomes("t-1")).extracting(Outcome::resultId).containsExactly("r-1", "r-2");
  }

  private void submitted(String problemId, String text, Instant at) {
    Problem problem = new Problem(problemId, "t-1", text, new TreeMap<>(), false, at);
    write("problems.raw", new Change.Submitted(problem));
  }

  private void completed(Outcome outcome) {
    write("executions.results", new Change.Completed(outcome));
  }

  private void write(String topic, Change change) {
    Slice.At at = new Slice.At(offset++, change);
    database.writer().write(List.of(new Slice(new Slice.Source(topic, 0), List.of(at))));
  }
}
