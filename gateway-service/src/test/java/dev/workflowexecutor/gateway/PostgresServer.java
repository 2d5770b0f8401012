package dev.workflowexecutor.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on loopback that can be stopped and started again with what it holds. */
public final class PostgresServer implements AutoCloseable {
  private final Path folder;
  private final AtomicInteger databases = new AtomicInteger();
  private EmbeddedPostgres server;

  /**
   * Starts it.
   *
   * @param folder where it keeps its data
   */
  PostgresServer(Path folder) {
    this.folder = folder;
    this.server = launch(0);
  }

  private EmbeddedPostgres launch(int port) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "127.0.0.1");
    try {
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL doesn't start in " + folder, e);
    }
  }

  /** The JDBC URL, with user, of another empty database. */
  public String newDatabase() {
    String name = "gateway_" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new AssertionError("PostgreSQL creates no database", e);
    }
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(server.getPort(), name);
  }

  /** Ends the server; what it holds stays. */
  public void stop() {
    close();
  }

  /** Starts it again on the same port. */
  public void startAgain() {
    server = launch(server.getPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL doesn't end", e);
    }
  }
}
