package dev.workflowexecutor.gateway.ticket;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * An empty read model: on H2 in memory, or on the PostgreSQL that the system property
 * gateway.test.postgres names (a JDBC URL; its tables are dropped).
 */
final class TestDatabase implements AutoCloseable {
  private final HikariDataSource source;

  TestDatabase() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getProperty("gateway.test.postgres", h2()));
    source = new HikariDataSource(config);
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/gateway")
            .cleanDisabled(false)
            .load();
    flyway.clean();
    flyway.migrate();
  }

  private static String h2() {
    return "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(UUID.randomUUID());
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
