package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of results that can't be shown. */
class RefusedResultsIT {

  @TempDir private Path folder;
  private TestBroker broker;

  @BeforeEach
  void start() {
    broker = new TestBroker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void keepsEachAsADeadLetterOnceAlsoOverARestartAndGoesOn() {
    broker.poison(Topic.EXECUTIONS_RESULTS, "unreadable");
    broker.completeInSilence("r-silent", "silent", "p-silent");
    broker.complete("r-blank-id", "blank-id", " ");
    broker.complete("r-good", "good", "p-good");
    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().until(() -> gateway.rows("outcome") == 1);
      await().until(() -> broker.deadLetters(Topic.EXECUTIONS_RESULTS).size() == 3);
      assertThat(
              gateway
                  .part(MeterRegistry.class)
                  .get("workflow.dead.letters")
                  .tags("topic", "executions.results", "reason", "BROKEN_CONTRACT")
                  .counter()
                  .count())
          .isEqualTo(2);
    }
    broker.complete("r-later", "later", "p-later");

    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().until(() -> gateway.rows("outcome") == 2);
    }

    assertThat(broker.deadLetters(Topic.EXECUTIONS_RESULTS))
        .containsExactlyInAnyOrder(
            "unreadable NOT_WIRE_FORMAT gateway-service",
            "silent BROKEN_CONTRACT gateway-service",
            "blank-id BROKEN_CONTRACT gateway-service");
  }

  @Test
  void leavesTheDeadLettersOfProblemsToExtractionService() {
    broker.poison(Topic.PROBLEMS_RAW, "unreadable");
    broker.submit("p-good", "good", "no signal");

    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().until(() -> gateway.rows("problem") == 1);
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          gateway
                              .part(MeterRegistry.class)
                              .get("workflow.gateway.records.skipped")
                              .tags("topic", "problems.raw", "reason", "NOT_WIRE_FORMAT")
                              .counter()
                              .count())
                      .isEqualTo(1));
    }

    assertThat(broker.deadLetters(Topic.PROBLEMS_RAW)).isEmpty();
  }
}
