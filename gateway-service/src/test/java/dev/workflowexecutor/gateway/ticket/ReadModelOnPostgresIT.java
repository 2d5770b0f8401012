package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.PostgresServer;
import dev.workflowexecutor.gateway.SharedPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class ReadModelOnPostgresIT extends ReadModelContract {

  ReadModelOnPostgresIT(PostgresServer server) {
    super(TestDatabase.on(server));
  }
}
