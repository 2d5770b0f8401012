package dev.workflowexecutor.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessIT {

  @TempDir Path folder;

  @Test
  void keepsSchemaIdsWhenItIsKilledAndStartedAgain() throws Exception {
    String before;
    try (RegistryProcess registry = start(0)) {
      register(registry, "string", "first");
      before = register(registry, "long", "second");
      ProcessHandle.of(registry.pid()).orElseThrow().destroyForcibly();
    }

    try (RegistryProcess registry = start(0)) {
      assertThat(register(registry, "long", "second")).isEqualTo(before).contains("2");
    }
  }

  @Test
  void endsAnOrphanThatStillHasTheFolder() throws Exception {
    Process orphan = launchUnwatched();
    Orphan.note(folder.resolve("registry.pid"), orphan.toHandle());

    try (RegistryProcess next = start(0)) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(register(next, "string", "first")).contains("id");
    }
  }

  @Test
  void endsWithItsParent() throws Exception {
    Process child = launchUnwatched();

    child.getOutputStream().close();

    assertThat(child.waitFor(Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void isStartedAgainWhenItEndsByItself() throws Exception {
    try (RegistryProcess registry = start(0)) {
      long before = registry.pid();

      ProcessHandle.of(before).orElseThrow().destroyForcibly();

      Awaitility.await().until(() -> registry.pid() != before);
      registry.awaitReady();
      assertThat(register(registry, "string", "first")).contains("id");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (var taken = Port.bind("a test", "nothing", 0)) {
      int port = Port.number(taken);

      assertThatThrownBy(() -> start(port))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("port " + port + " for the schema registry is taken");
    }
  }

  private Process launchUnwatched() throws IOException {
    int port = Port.free("a test", "nothing", 0);
    return new ProcessBuilder(RegistryCommand.of(RegistryInstallation.find(), folder, port))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("orphan.log").toFile())
        .start();
  }

  private RegistryProcess start(int port) {
    RegistryProcess registry = RegistryProcess.start(folder, folder.resolve("registry.log"), port);
    registry.awaitReady();
    return registry;
  }

  private static String register(RegistryProcess registry, String type, String subject)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(registry.address() + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(
                BodyPublishers.ofString(
                    "{\"schema\":\"{\\\"type\\\":\\\"%s\\\"}\"}".formatted(type)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
