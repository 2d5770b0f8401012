package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gateway on a real PostgreSQL, which operators set with spring.datasource.url. */
@ExtendWith(SharedPostgres.class)
class PostgresIT {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private final PostgresServer server;
  private final List<String> database;
  private final TestBroker broker = new TestBroker();

  PostgresIT(PostgresServer server) {
    this.server = server;
    this.database = List.of("--spring.datasource.url=" + server.newDatabase());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void goesOnWhereItWasWithoutLossOrRepetition() {
    write(0, 100);
    try (TestGateway gateway = TestGateway.start(broker, database)) {
      await().atMost(LONG_ENOUGH).until(() -> gateway.rows("outcome") == 100);
    }
    write(100, 250);

    try (TestGateway gateway = TestGateway.start(broker, database)) {
      await().atMost(LONG_ENOUGH).until(() -> gateway.rows("outcome") == 250);
      assertEachOnceAndInOrder(gateway, 250);
      assertThat(offsets(gateway)).isEqualTo(250);
    }
  }

  @Test
  void repeatsNothingAfterACrashInTheMidstOfWriting() {
    write(0, 2_000);
    FaultyDatabase.crashAfter(1);
    // It may crash before anybody sees it ready.
    try (TestGateway crashed = TestGateway.run(broker, database, FaultyDatabase.class)) {
      await().atMost(LONG_ENOUGH).until(FaultyDatabase::hasCrashed);
    } finally {
      FaultyDatabase.bringUp();
    }

    try (TestGateway gateway = TestGateway.start(broker, database)) {
      await().atMost(LONG_ENOUGH).until(() -> gateway.rows("outcome") == 2_000);
      assertEachOnceAndInOrder(gateway, 2_000);
      assertThat(offsets(gateway)).isEqualTo(2_000);
    }
  }

  @Test
  void refusesReadsWhileTheServerIsDownTakesProblemsAndCatchesUp() {
    try (TestGateway gateway = TestGateway.start(broker, database)) {
      write(0, 1);
      await().until(() -> gateway.get("/v1/tickets/t-0").statusCode() == 200);
      server.stop();
      try {
        HttpResponse<String> refused = gateway.get("/v1/tickets/t-0");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(TestGateway.<String>value(refused, "$.type"))
            .isEqualTo("urn:workflow-executor:problem:read-model-unavailable");
        assertThat(gateway.submit("{\"text\":\"a\",\"ticketId\":\"new\"}").statusCode())
            .isEqualTo(202);
        write(1, 50);
      } finally {
        server.startAgain();
      }

      await().atMost(LONG_ENOUGH).until(() -> gateway.rows("outcome") == 50);
      assertEachOnceAndInOrder(gateway, 50);
      assertThat(gateway.get("/v1/tickets/new").statusCode()).isEqualTo(200);
    }
  }

  /** Results of ten tickets, in order within each. */
  private void write(int from, int to) {
    IntStream.range(from, to)
        .mapToObj(i -> broker.completeLater("r-" + i, "t-" + i % 10, "p-" + i))
        .toList()
        .forEach(TestBroker::await);
  }

  private static long offsets(TestGateway gateway) {
    return gateway
        .part(JdbcClient.class)
        .sql("select sum(next_offset) from next_offset where topic = 'executions.results'")
        .query(Long.class)
        .single();
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
