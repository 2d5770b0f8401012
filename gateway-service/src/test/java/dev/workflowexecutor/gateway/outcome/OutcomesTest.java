package dev.workflowexecutor.gateway.outcome;

import static dev.workflowexecutor.gateway.outcome.SomeOutcome.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final Duration NOT_AT_ALL = Duration.ofNanos(1);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Outcomes outcomes = new Outcomes();

  @Test
  void givesALiveOutcomeToAllWhoWaitForItsProblem() {
    try (Waiting one = outcomes.await("p-1");
        Waiting two = outcomes.await("p-1");
        Waiting other = outcomes.await("p-2")) {
      outcomes.live(resolved("r-1", "t-1", "p-1"));

      assertThat(one.forAtMost(LONG)).map(Outcome::resultId).contains("r-1");
      assertThat(two.forAtMost(LONG)).map(Outcome::resultId).contains("r-1");
      assertThat(other.forAtMost(NOT_AT_ALL)).isEmpty();
    }
  }

  @Test
  void givesAStoredOutcomeToWhoMissedItLive() {
    try (Waiting waiting = outcomes.await("p-1")) {
      outcomes.stored(resolved("r-1", "t-1", "p-1"));

      assertThat(waiting.forAtMost(LONG)).isPresent();
    }
  }

  @Test
  void forgetsWhoNoLongerWaits() {
    Waiting gone = outcomes.await("p-1");
    Waiting still = outcomes.await("p-1");
    gone.close();
    assertThat(outcomes.waiting()).isEqualTo(1);

    still.close();
    assertThat(outcomes.waiting()).isZero();
  }

  @Test
  void letsAllGoAtTheEnd() throws InterruptedException {
    Waiting before = outcomes.await("p-1");
    OutcomeStream stream = outcomes.followTicket("t-1");

    outcomes.close();

    assertThat(before.forAtMost(LONG)).isEmpty();
    assertThat(outcomes.await("p-2").forAtMost(LONG)).isEmpty();
    assertThat(stream.next(LONG)).isInstanceOf(OutcomeStream.Next.Ended.class);
    assertThat(outcomes.followAll().next(LONG)).isInstanceOf(OutcomeStream.Next.Ended.class);
  }

  @Test
  void giveATicketsStreamEachOfItsOutcomesOnce() throws InterruptedException {
    try (OutcomeStream stream = outcomes.followTicket("t-1")) {
      outcomes.live(resolved("r-1", "t-1", "p-1"));
      outcomes.stored(resolved("r-1", "t-1", "p-1"));
      outcomes.live(resolved("r-2", "t-2", "p-2"));
      outcomes.stored(resolved("r-3", "t-1", "p-3"));

      assertThat(stream.next(LONG)).isEqualTo(event("r-1", "p-1"));
      assertThat(stream.next(LONG)).isEqualTo(event("r-3", "p-3"));
      assertThat(stream.next(NOT_AT_ALL)).isInstanceOf(OutcomeStream.Next.Quiet.class);
    }
  }

  @Test
  void givesTheStreamOfAllEveryLiveOutcomeOnceAndNoStoredOne() throws InterruptedException {
    try (OutcomeStream stream = outcomes.followAll()) {
      outcomes.stored(resolved("r-0", "t-0", "p-0"));
      outcomes.live(resolved("r-1", "t-1", "p-1"));
      outcomes.live(resolved("r-1", "t-1", "p-1"));

      assertThat(stream.next(LONG)).isEqualTo(event("r-1", "p-1"));
      assertThat(stream.next(NOT_AT_ALL)).isInstanceOf(OutcomeStream.Next.Quiet.class);
    }
  }

  @Test
  void cutsOffWhoTakesTooSlowly() throws InterruptedException {
    try (OutcomeStream slow = outcomes.followAll()) {
      for (int i = 0; i <= 1_000; i++) {
        outcomes.live(resolved("r-" + i, "t-1", "p-" + i));
      }

      assertThat(slow.next(LONG)).isInstanceOf(OutcomeStream.Next.Ended.class);
    }
  }

  @Test
  void wakesAStreamThatIsQuiet() throws Exception {
    try (OutcomeStream stream = outcomes.followTicket("t-1")) {
      CompletableFuture<OutcomeStream.Next> next =
          CompletableFuture.supplyAsync(() -> nextOf(stream));

      outcomes.close();

      assertThat(next.get(30, TimeUnit.SECONDS)).isInstanceOf(OutcomeStream.Next.Ended.class);
    }
  }

  @Test
  void countsOpenStreams() {
    OutcomeStream one = outcomes.followTicket("t-1");
    OutcomeStream two = outcomes.followAll();
    assertThat(outcomes.streaming()).isEqualTo(2);

    one.close();
    two.close();
    assertThat(outcomes.streaming()).isZero();
  }

  @Test
  void remembersTheRecentOutcomesOfATicketInOrder() {
    outcomes.live(resolved("r-1", "t-1", "p-1"));
    outcomes.live(resolved("r-2", "t-1", "p-1"));
    outcomes.live(resolved("r-3", "t-2", "p-3"));

    assertThat(outcomes.recent("t-1")).extracting(Outcome::resultId).containsExactly("r-1", "r-2");
    assertThat(outcomes.recent("t-1", "p-1")).map(Outcome::resultId).isEqualTo(Optional.of("r-1"));
  }

  private static OutcomeStream.Next nextOf(OutcomeStream stream) {
    try {
      return stream.next(LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutcomeStream.Next event(String resultId, String problemId) {
    return new OutcomeStream.Next.Event(resolved(resultId, "t-1", problemId));
  }
}
