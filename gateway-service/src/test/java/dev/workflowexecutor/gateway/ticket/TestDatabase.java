package dev.workflowexecutor.gateway.ticket;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.workflowexecutor.gateway.PostgresServer;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An empty read model. */
final class TestDatabase implements AutoCloseable {
  private final HikariDataSource source;

  /** On H2, in memory. */
  static TestDatabase h2() {
    return new TestDatabase(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(UUID.randomUUID()));
  }

  /** In an empty database of the server. */
  static TestDatabase on(PostgresServer server) {
    return new TestDatabase(server.newDatabase());
  }

  private TestDatabase(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    source = new HikariDataSource(config);
    Flyway flyway = Flyway.configure().dataSource(source).locations("classpath:db/gateway").load();
    flyway.migrate();
  }

  JdbcClient client() {
    return JdbcClient.create(source);
  }

  ReadOffsets offsets() {
    return new ReadOffsets(client());
  }

  ReadModel readModel() {
    return new ReadModel(client(), JsonMapper.shared());
  }

  ReadModelWriter writer() {
    return new ReadModelWriter(
        new JdbcTemplate(source),
        offsets(),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        JsonMapper.shared());
  }

  @Override
  public void close() {
    source.close();
  }
}
