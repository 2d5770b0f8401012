package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RestartIT {
  private static final int RECORDS = 3_000;

  @TempDir private Path folder;
  private TestBroker broker;

  @BeforeEach
  void start() {
    broker = new TestBroker();
  }

  @AfterEach
  void stop() {
    FaultyDatabase.bringUp();
    broker.close();
  }

  @Test
  void goesOnWhereItWasWithoutLossOrRepetition() {
    write(0, 100);
    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().until(() -> gateway.rows("outcome") == 100);
    }
    write(100, 250);

    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().until(() -> gateway.rows("outcome") == 250);
      assertEachOnceAndInOrder(gateway, 250);
    }
  }

  @Test
  void repeatsWhatItWroteBeforeACrashOnlyUntilItIsWritten() {
    write(0, RECORDS);
    FaultyDatabase.crashAfter(2);
    TestGateway crashed =
        TestGateway.start(broker.addresses(), broker.registry(), folder, FaultyDatabase.class);
    try (crashed) {
      await().atMost(Duration.ofSeconds(60)).until(FaultyDatabase::hasCrashed);
    }
    FaultyDatabase.bringUp();

    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> gateway.rows("outcome") == RECORDS);
      assertEachOnceAndInOrder(gateway, RECORDS);
    }
  }

  @Test
  void endsStreamsAndWaitsWhenItStops() {
    broker.submit("p", "t", "no signal");
    TestGateway gateway = TestGateway.start(broker, folder);
    await().until(() -> gateway.get("/v1/tickets/t").statusCode() == 200);
    TestEvents events = gateway.follow("/v1/tickets/t/events");
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () ->
                gateway
                    .submit("{\"text\":\"a\",\"ticketId\":\"w\"}", "Prefer", "wait=60")
                    .statusCode());
    await().until(() -> gateway.get("/v1/tickets/w").statusCode() == 200);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::stop);

    events.awaitEnd();
    assertThat(waiting.join()).isEqualTo(202);
    stopped.join();
    gateway.close();
  }

  /** Results of ten tickets, in order within each. */
  private void write(int from, int to) {
    IntStream.range(from, to)
        .mapToObj(i -> broker.completeLater("r-" + i, "t-" + i % 10, "p-" + i))
        .toList()
        .forEach(TestBroker::await);
  }

  private static void assertEachOnceAndInOrder(TestGateway gateway, int records) {
    List<@Nullable String> stored =
        gateway
            .part(JdbcClient.class)
            .sql("select result_id from outcome where ticket_id = 't-3' order by seq")
            .query(String.class)
            .list();
    assertThat(stored)
        .containsExactlyElementsOf(
            IntStream.range(0, records).filter(i -> i % 10 == 3).mapToObj(i -> "r-" + i).toList());
    assertThat(gateway.rows("outcome")).isEqualTo(records);
  }
}
