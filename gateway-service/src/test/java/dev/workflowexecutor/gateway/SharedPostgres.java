package dev.workflowexecutor.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives all test classes the same {@link PostgresServer}, which ends after the last of them.
 *
 * <p>PostgreSQL refuses to run as root. Where the user is root and may not become somebody else,
 * the tests are left out, and a loud line says so.
 */
public final class SharedPostgres implements ParameterResolver, ExecutionCondition {
  private static final String LEFT_OUT =
      "NOT RUN: the tests on PostgreSQL, which refuses to run as root, and unshare -U doesn't work"
          + " here; run them as another user";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!System.getProperty("user.name").equals("root") || mayUnshare()) {
      return ConditionEvaluationResult.enabled("PostgreSQL can run here");
    }
    System.err.println(LEFT_OUT);
    return ConditionEvaluationResult.disabled(LEFT_OUT);
  }

  private static boolean mayUnshare() {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedPostgres.class))
        .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
        .server();
  }

  private record Started(PostgresServer server, Path folder) implements AutoCloseable {

    static Started now() {
      try {
        Path folder = Files.createTempDirectory("wfx-postgres-");
        return new Started(new PostgresServer(folder), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
