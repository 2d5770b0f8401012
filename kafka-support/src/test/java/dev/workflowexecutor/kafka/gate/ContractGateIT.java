package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.registry.ApicurioProcess;
import dev.workflowexecutor.kafka.topic.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The gate before a real registry. */
class ContractGateIT extends ContractGateContract {

  private static @Nullable ApicurioProcess process;
  private static String url = "";

  @BeforeAll
  static void startRegistry() throws Exception {
    int port = ApicurioProcess.freePort();
    url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    process =
        ApicurioProcess.start(
            Map.of("quarkus.http.port", Integer.toString(port)),
            Path.of("target", "registry-of-the-gate.log"));
    process.awaitAnswerTo(Map.of("schema.registry.url", url));
  }

  @AfterAll
  static void endRegistry() throws Exception {
    Objects.requireNonNull(process).close();
  }

  @BeforeEach
  void forgetEverything() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Topic topic : List.of(READ, WRITTEN)) {
        String subject = url + "/subjects/" + topic.subject();
        // The registry forgets for good only what it has forgotten already.
        for (String delete : List.of(subject, subject + "?permanent=true")) {
          http.send(
              HttpRequest.newBuilder(URI.create(delete)).DELETE().build(),
              BodyHandlers.discarding());
        }
      }
    }
  }

  @Override
  Map<String, Object> config() {
    return Map.of("schema.registry.url", url);
  }
}
