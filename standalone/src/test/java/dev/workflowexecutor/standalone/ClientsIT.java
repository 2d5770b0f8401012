package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.foreign.ForeignDeserializer;
import dev.workflowexecutor.standalone.foreign.ForeignSerializer;
import dev.workflowexecutor.standalone.interop.Command;
import dev.workflowexecutor.standalone.interop.Node;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example clients as their README says to run them. */
@ExtendWith(SharedPlatform.class)
class ClientsIT {

  private static final Path EXAMPLE = Path.of("..", "examples", "clients", "java");
  private static final Path JAR = EXAMPLE.resolve("target").resolve("clients.jar");
  private static final String PACKAGE = "dev.workflowexecutor.examples.clients.";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TEXT = "no signal since yesterday in Pune";

  @TempDir Path folder;

  @Test
  void javaSubmitsAProblemAndReadsItsOutcome(TestPlatform running) {
    JsonNode problem = json(java(running, JAR.toString(), List.of(), "SubmitProblem", TEXT));

    JsonNode result =
        json(java(running, JAR.toString(), List.of(), "PrintResults", text(problem, "ticketId")));

    assertThat(text(result, "problemId")).isEqualTo(text(problem, "problemId"));
    assertThat(text(result, "status")).isEqualTo("RESOLVED");
    assertThat(text(result, "message")).contains("6 PM");
  }

  @Test
  void javaTakesAnotherSerdeByItsNames(TestPlatform running) throws IOException {
    String bundled =
        Files.readString(EXAMPLE.resolve(Path.of("src", "main", "resources", "client.properties")));
    Path other = folder.resolve("client.properties");
    Files.writeString(
        other,
        bundled
            .replaceAll(
                "(?m)^value.serializer=.*", name("value.serializer", ForeignSerializer.class))
            .replaceAll(
                "(?m)^value.deserializer=.*",
                name("value.deserializer", ForeignDeserializer.class)));
    String classPath = JAR + File.pathSeparator + Path.of("target", "test-classes");
    List<String> option = List.of("-Dclient.properties=" + other);

    JsonNode problem = json(java(running, classPath, option, "SubmitProblem", TEXT));
    JsonNode result =
        json(java(running, classPath, option, "PrintResults", text(problem, "ticketId")));

    assertThat(text(result, "status")).isEqualTo("RESOLVED");
  }

  @Test
  void javascriptSubmitsAProblemAndReadsItsOutcome(TestPlatform running) {
    Node node = Node.installed();
    Map<String, String> environment = environment(running);
    Topics topics = running.topics();

    JsonNode problem = json(node.run(environment, "submit.mjs", TEXT));
    String ticket = text(problem, "ticketId");
    JsonNode result = json(node.run(environment, "results.mjs", ticket));

    assertThat(topics.problems(ticket)).singleElement().satisfies(it -> isSame(it, problem));
    assertThat(topics.results(ticket)).singleElement().satisfies(it -> isSame(it, result));
    assertThat(text(result, "status")).isEqualTo("RESOLVED");
    assertThat(text(result, "message")).contains("6 PM");
    assertThat(text(result, "trace")).contains(TRACE);
  }

  @Test
  void javascriptAndJavaSpeakOnTheSameTicket(TestPlatform running) {
    Node node = Node.installed();
    Topics topics = running.topics();
    String ticket =
        text(
            json(
                node.run(
                    environment(running),
                    "submit.mjs",
                    "There has been no signal since yesterday")),
            "ticketId");
    awaitOutcomes(topics, ticket, "NEEDS_INFO");

    java(running, JAR.toString(), List.of(), "SubmitProblem", "Pune", ticket);

    awaitOutcomes(topics, ticket, "NEEDS_INFO", "RESOLVED");
    assertThat(topics.records(Topic.PROBLEMS_RAW, ticket))
        .hasSize(2)
        .extracting(ConsumerRecord::partition)
        .as("both choose the same partition for the key")
        .satisfies(partitions -> assertThat(Set.copyOf(partitions)).hasSize(1));
  }

  private static void isSame(RawProblem read, JsonNode submitted) {
    assertThat(read.getProblemId()).isEqualTo(text(submitted, "problemId"));
    assertThat(read.getText()).isEqualTo(TEXT);
    assertThat(read.getAttributes()).isEqualTo(Map.of("channel", "javascript", "language", "en"));
    assertThat(read.getContinuesTicket()).isFalse();
    assertThat(read.getSource()).isEqualTo("javascript-example");
    assertThat(read.getSubmittedAt()).isEqualTo(Instant.parse(text(submitted, "submittedAt")));
  }

  private static void isSame(ExecutionResult read, JsonNode printed) {
    assertThat(text(printed, "resultId")).isEqualTo(read.getResultId());
    assertThat(text(printed, "status")).isEqualTo(read.getStatus().name());
    assertThat(text(printed, "message")).isEqualTo(read.getMessage());
    assertThat(printed.path("data").propertyNames()).isEqualTo(read.getData().keySet());
    assertThat(printed.path("question").isNull()).isTrue();
    assertThat(Instant.parse(text(printed, "completedAt"))).isEqualTo(read.getCompletedAt());
  }

  private static void awaitOutcomes(Topics topics, String ticket, String... statuses) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(topics.results(ticket))
                    .extracting(result -> result.getStatus().toString())
                    .containsExactly(statuses));
  }

  private static Map<String, String> environment(TestPlatform running) {
    return Map.of(
        "WFX_KAFKA_BOOTSTRAP_SERVERS", running.kafka(),
        "WFX_SCHEMA_REGISTRY_URL", running.registry().toString(),
        "TRACEPARENT", "00-" + TRACE + "-00f067aa0ba902b7-01");
  }

  private static String java(
      TestPlatform running, String classPath, List<String> options, String name, String... more) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, PACKAGE + name));
    words.addAll(List.of(more));
    return new Command(words, Path.of("."), environment(running)).run();
  }

  private static String name(String key, Class<?> type) {
    return key + "=" + type.getName();
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
