package dev.workflowexecutor.kafka.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ContractStartTest {

  private final FakeRegistryServer registry = new FakeRegistryServer();
  private final ContractStart start =
      new ContractStart(
          new ContractGate(
              "a-service",
              Map.of("schema.registry.url", registry.url()),
              List.of(),
              List.of(Topic.PROBLEMS_RAW)));

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private void refuse() {
    registry.contents().setCompatibility(Topic.PROBLEMS_RAW.subject(), CompatibilityLevel.NONE);
  }

  @Test
  void startsOnceTheContractsFit() {
    start.start();

    assertThat(start.isRunning()).isTrue();
    assertThat(registry.contents().versions(Topic.PROBLEMS_RAW.subject())).isNotEmpty();
  }

  @Test
  void refusesWithTheExitCodeOfAWrongConfiguration() {
    refuse();

    assertThatThrownBy(start::start)
        .isInstanceOfSatisfying(
            RefusedStartException.class, refused -> assertThat(refused.getExitCode()).isEqualTo(78))
        .hasMessageContaining("a-service can't start")
        .hasMessageContaining("found NONE");
    assertThat(start.isRunning()).isFalse();
  }

  @Test
  void isToldInItsOwnWords() {
    refuse();

    assertThatThrownBy(start::start)
        .satisfies(
            refused -> {
              FailureAnalysis told =
                  new RefusedStartAnalyzer().analyze(new RuntimeException(refused));
              assertThat(told)
                  .extracting(FailureAnalysis::getDescription)
                  .isEqualTo(refused.getMessage());
            });
  }

  @Test
  void endsItsWaitWhenTheApplicationIsToEnd() throws Exception {
    registry.stop();
    var thrown = new AtomicReference<Throwable>();
    Thread starting =
        Thread.ofPlatform().uncaughtExceptionHandler((_, e) -> thrown.set(e)).start(start::start);
    // The state by which Spring tells a start that it may interrupt.
    await().until(() -> starting.getState() == Thread.State.WAITING);

    starting.interrupt();

    starting.join();
    assertThat(thrown.get())
        .isInstanceOf(RefusedStartException.class)
        .hasMessageContaining("ended while it waited");
  }
}
