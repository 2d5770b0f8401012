package dev.workflowexecutor.gateway.ticket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the read model whether it answers. */
@Component
public final class ReadModelProbe {
  private static final Logger log = LoggerFactory.getLogger(ReadModelProbe.class);

  private final JdbcClient jdbc;

  ReadModelProbe(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether its tables can be read now. */
  public boolean answers() {
    try {
      return jdbc.sql("select count(*) from next_offset").query(Long.class).single() >= 0;
    } catch (DataAccessException e) {
      log.debug("The read model doesn't answer", e);
      return false;
    }
  }
}
