package dev.workflowexecutor.gateway.ticket;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the gateway can't start on its database. Made by Spring Boot. */
final class UnusableDatabase extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
    return new FailureAnalysis(
        "Expected a database for the gateway's read model that is free and of this version or"
            + " older, found: "
            + reason(cause),
        "End whatever else uses it, or name another one: workflow.gateway.database for an H2 file,"
            + " spring.datasource.url for PostgreSQL. All that is in it can be read again from the"
            + " topics.",
        cause);
  }

  /** The database's own words, which come without the layers above it. */
  private static String reason(Throwable fault) {
    @Nullable Throwable sql = null;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        sql = cause;
      }
    }
    return String.valueOf((sql == null ? fault : sql).getMessage());
  }
}
