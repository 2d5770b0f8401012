package dev.workflowexecutor.kafka.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.registry.MockSchemaRegistry;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractGateTest extends ContractGateContract {

  private final String scope = UUID.randomUUID().toString();

  @Override
  Map<String, Object> config() {
    return Map.of("schema.registry.url", "mock://" + scope);
  }

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.drop(scope);
  }

  private static ContractGate gate(String url) {
    return new ContractGate(
        "a-service",
        Map.of("schema.registry.url", url),
        List.of(),
        List.of(Topic.PROBLEMS_RAW, Topic.TOOLS_CALLS));
  }

  @Test
  void waitsForARegistryThatIsAway() throws Exception {
    try (var registry = new FakeRegistryServer();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      registry.stop();
      ContractGate gate = gate(registry.url());
      assertThat(gate.look())
          .isInstanceOfSatisfying(
              Verdict.Unanswered.class,
              unanswered -> assertThat(unanswered.reason()).contains("ConnectException"));
      Future<?> opened =
          threads.submit(
              () -> {
                gate.awaitOpen();
                return null;
              });

      registry.restart();

      await().until(opened::isDone);
      assertThat(opened.state()).isEqualTo(Future.State.SUCCESS);
      assertThat(gate.isOpen()).isTrue();
      assertThat(registry.contents().versions("problems.raw-value")).containsExactly(1);
    }
  }

  @Test
  void endsWaitingWhenItIsInterrupted() {
    try (var registry = new FakeRegistryServer();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      registry.stop();
      Future<?> waiting =
          threads.submit(
              () -> {
                gate(registry.url()).awaitOpen();
                return null;
              });

      waiting.cancel(true);

      threads.close();
      assertThat(waiting.isCancelled()).isTrue();
    }
  }

  @Test
  void tellsWhatTheRegistryRefuses() {
    try (var registry = new FakeRegistryServer()) {
      registry.refuseEverything(401);

      assertThatThrownBy(() -> gate(registry.url()).awaitOpen())
          .isInstanceOf(ContractsRefusedException.class)
          .hasMessageContaining("problems.raw-value: ")
          .hasMessageContaining("answered 401: check basic.auth.user.info");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.workflowexecutor.kafka.registry.UnparsableSchemas#all")
  void namesARegisteredVersionThatAvroCanNotParse(String what, String schema) {
    try (var registry = new FakeRegistryServer()) {
      registry.contents().register("problems.raw-value", Topic.PROBLEMS_RAW.schema());
      registry.takeUnparsed("problems.raw-value", schema);

      assertThatThrownBy(() -> gate(registry.url()).awaitOpen())
          .as(what)
          .isInstanceOfSatisfying(
              ContractsRefusedException.class,
              refused ->
                  assertThat(refused.misfits())
                      .containsExactly(new Misfit.NoAvroSchema("problems.raw-value", 2)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"string\"", "[\"null\",\"int\"]", "{\"type\":\"map\",\"values\":\"int\"}"})
  void namesARegisteredVersionThatIsNoRecord(String schema) {
    try (var registry = new FakeRegistryServer()) {
      registry.contents().register("problems.raw-value", new Schema.Parser().parse(schema));

      assertThatThrownBy(() -> gate(registry.url()).awaitOpen())
          .isInstanceOf(ContractsRefusedException.class)
          .hasMessageContaining("problems.raw-value: the record of the schema here breaks");
    }
  }

  @Test
  void asksForNothingTwice() throws Exception {
    try (var registry = new FakeRegistryServer()) {
      gate(registry.url()).awaitOpen();
      assertThat(registry.requests()).doesNotHaveDuplicates();
      registry.requests().clear();

      gate(registry.url()).awaitOpen();

      assertThat(registry.requests())
          .as("versions, own version and level of each subject")
          .hasSize(6)
          .doesNotHaveDuplicates();
    }
  }
}
