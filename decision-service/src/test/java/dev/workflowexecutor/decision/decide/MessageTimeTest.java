package dev.workflowexecutor.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Relative dates count from when the message was submitted, however late it was read. */
class MessageTimeTest {

  /** Submitted 10 ms before midnight of 2 March, read 10 ms after it. */
  private static final Duration AROUND_MIDNIGHT = Duration.ofHours(14).plusMillis(10);

  private final Talk talk = new Talk(Packs.catalog());

  @Test
  void takesYesterdayInTheTextForTheDayBeforeTheMessage() {
    Decision decision =
        talk.decide(
            Said.text("p1", "no signal since yesterday")
                .naming("no_signal")
                .with("network-troubleshooting", "since", "yesterday", "yesterday")
                .after(AROUND_MIDNIGHT));

    assertThat(since(decision)).contains("2026-03-01");
  }

  @Test
  void takesYesterdayInAnAttributeForTheDayBeforeTheMessage() {
    Decision decision =
        talk.decide(
            Said.text("p1", "no signal")
                .naming("no_signal")
                .given(Map.of("since", "yesterday"))
                .after(AROUND_MIDNIGHT));

    assertThat(since(decision)).contains("2026-03-01");
  }

  private static Optional<String> since(Decision decision) {
    return decision.facts().stream()
        .filter(fact -> fact.fact().equals("since"))
        .map(DecidedFact::value)
        .findFirst();
  }
}
