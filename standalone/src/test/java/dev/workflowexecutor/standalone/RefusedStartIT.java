package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.executor.ExecutorApplication;
import dev.workflowexecutor.extraction.ExtractionApplication;
import dev.workflowexecutor.gateway.GatewayApplication;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.standalone.registry.RegistryProcess;
import dev.workflowexecutor.standalone.startup.Port;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.SchemaBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services as processes of their own, before a registry that holds what doesn't fit. */
class RefusedStartIT {

  private static final String SUBJECT = "%s-value";
  private static final Map<String, Class<?>> MAINS =
      Map.of(
          "gateway-service", GatewayApplication.class,
          "extraction-service", ExtractionApplication.class,
          "decision-service", DecisionApplication.class,
          "executor-service", ExecutorApplication.class);

  @TempDir static Path folder;
  private static RegistryProcess registry;

  @BeforeAll
  static void startRegistry() {
    registry = RegistryProcess.start(folder, folder.resolve("registry.log"), 0);
    registry.awaitReady();
    register("problems.raw", "RawProblem", "problemId");
    register("intents.extracted", "ExtractedIntent", "intentId");
    register("decisions.validated", "ValidatedDecision", "decisionId");
    register("tools.replies", "ToolReply", "replyId");
  }

  @AfterAll
  static void endRegistry() {
    registry.close();
  }

  /** Registers the record with its id as a number. */
  private static void register(String topic, String name, String id) {
    SchemaRegistry.connect(Map.of("schema.registry.url", registry.address().toString()))
        .register(
            SUBJECT.formatted(topic),
            SchemaBuilder.record(name)
                .namespace("dev.workflowexecutor.events")
                .fields()
                .requiredInt(id)
                .endRecord());
  }

  @ParameterizedTest
  @CsvSource({
    "gateway-service, problems.raw, problemId",
    "extraction-service, intents.extracted, intentId",
    "decision-service, decisions.validated, decisionId",
    "executor-service, tools.replies, replyId"
  })
  void aServiceRefusesToStartAndSaysWhatDoesNotFit(String service, String topic, String field)
      throws Exception {
    Path log = folder.resolve(service + ".log");
    Process process = start(service, registry.address().toString(), log);

    assertThat(process.waitFor(Duration.ofSeconds(90))).isTrue();

    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(Files.readString(log))
        .contains(service + " can't start: its contracts don't fit what the registry http://")
        .contains(
            "%s: field %s of the schema here breaks registered version 1 (TYPE_CHANGED)"
                .formatted(SUBJECT.formatted(topic), field))
        .contains("compatible would be: keep the type, and add a new optional field")
        .doesNotContain("\tat ");
  }

  @Test
  void aServiceThatMayRegisterNothingSaysWhichCommandDoes() throws Exception {
    Path log = folder.resolve("registers-nothing.log");
    Process process =
        start(
            "executor-service",
            registry.address().toString(),
            log,
            "--spring.kafka.properties.auto.register.schemas=false");

    assertThat(process.waitFor(Duration.ofSeconds(90))).isTrue();

    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(Files.readString(log))
        .contains(
            "tools.calls-value: expected the schema here as one of its versions, found none;"
                + " register it with: wfx schemas register tools.calls-value --registry "
                + registry.address());
  }

  @Test
  void aServiceWaitsForARegistryThatIsAwayAndEndsWhenItIsToldTo() throws Exception {
    Path log = folder.resolve("waiting.log");
    Process process =
        start("decision-service", "http://127.0.0.1:" + Port.free("a test", "nothing", 0), log);
    awaitLine(log, "decision-service waits for the schema registry http://");

    process.destroy();

    assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(Files.readString(log)).doesNotContain("\tat ");
  }

  @Test
  void theGatewayEndsWhenARegistryComesLaterWithWhatDoesNotFit() throws Exception {
    Path log = folder.resolve("late.log");
    int port = Port.free("a test", "nothing", 0);
    Process process =
        start("gateway-service", "http://127.0.0.1:" + port + registry.address().getPath(), log);
    awaitLine(log, "the schema registry doesn't answer, so no problem is taken until it does");

    try (var _ = new LateRegistry(port, registry.address())) {
      assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
    }

    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(Files.readString(log))
        .contains("problems.raw-value: field problemId of the schema here breaks");
  }

  private static void awaitLine(Path log, String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(log) && Files.readString(log).contains(words));
  }

  /** Starts it with its own log settings and not with those of the tests. */
  private static Process start(String service, String url, Path log, String... more)
      throws Exception {
    List<String> command = new ArrayList<>(command(service, url));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static List<String> command(String service, String url) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(place -> !place.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator)),
        Objects.requireNonNull(MAINS.get(service)).getName(),
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
        "--spring.kafka.properties.schema.registry.url=" + url,
        "--workflow.state-dir=" + folder.resolve(service),
        "--workflow.gateway.database=" + folder.resolve(service + "-database"));
  }
}
