package dev.workflowexecutor.gateway.ticket;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the read model's tables up to date. A database that can't be reached doesn't keep the
 * gateway from starting (it takes problems without), and is tried again later; whatever else is
 * wrong with it does.
 */
@Component
public final class ReadModelSchema implements FlywayMigrationStrategy {
  private static final Logger log = LoggerFactory.getLogger(ReadModelSchema.class);

  private volatile Optional<Flyway> outstanding = Optional.empty();

  @Override
  public void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (RuntimeException e) {
      if (!unreachable(e)) {
        throw e;
      }
      log.warn("The database can't be reached yet, its tables wait: {}", e.getMessage());
      outstanding = Optional.of(flyway);
    }
  }

  /** Makes sure that the tables are there, or throws because the database can't be reached. */
  public synchronized void require() {
    outstanding.ifPresent(Flyway::migrate);
    outstanding = Optional.empty();
  }

  /** Class 08: no connection; 57P: the server starts or stops; 53: it has no room for more. */
  private static boolean unreachable(Throwable fault) {
    String state = "";
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      // The pool's own patience was over before the driver's; what the driver says is stronger.
      if (cause instanceof SQLTransientConnectionException && state.isEmpty()) {
        state = "08";
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
  }
}
