package dev.workflowexecutor.gateway.ticket;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class ReadModelSchemaTest {

  private static final SQLException STILL_CONNECTING =
      new SQLTransientConnectionException("request timed out after 2000ms");

  @Test
  void waitsForADatabaseThatIsStillBeingConnectedTo() {
    var schema = new ReadModelSchema();

    assertThatCode(() -> schema.migrate(flyway(STILL_CONNECTING))).doesNotThrowAnyException();
    assertThatThrownBy(schema::require).isInstanceOf(FlywayException.class);
  }

  @Test
  void doesNotWaitForADatabaseThatRefusesThePassword() {
    var timeout =
        new SQLTransientConnectionException(
            "request timed out after 2000ms", new SQLException("password", "28P01"));

    assertThatThrownBy(() -> new ReadModelSchema().migrate(flyway(timeout)))
        .isInstanceOf(FlywayException.class);
  }

  private static Flyway flyway(SQLException failure) {
    return Flyway.configure()
        .dataSource(
            new AbstractDataSource() {
              @Override
              public Connection getConnection() throws SQLException {
                throw failure;
              }

              @Override
              public Connection getConnection(String user, String password) throws SQLException {
                throw failure;
              }
            })
        .load();
  }
}
