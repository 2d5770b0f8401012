package dev.workflowexecutor.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.topology.Decisions;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real broker with real HTTP tools. */
class ExecutorServiceIT {

  private static final Workflow OUTAGES = Definition.outages();
  private static final String NO_WEB = "--spring.main.web-application-type=none";
  private static final String NO_WORKER = "--workflow.executor.worker.enabled=false";
  private static final String NO_ENGINE = "--workflow.executor.engine.enabled=false";

  @TempDir Path folder;
  private Broker broker;
  private Backend backend;

  @BeforeEach
  void start() throws Exception {
    broker = new Broker("executor-service-it");
    backend = new Backend();
  }

  @AfterEach
  void stop() {
    backend.close();
    broker.close();
  }

  @Test
  void carriesADecisionThroughItsToolsToOneResult() {
    try (var _ = service(NO_WEB)) {
      broker.publish(OUTAGES);
      broker.decide(Decisions.execute(OUTAGES, 1).build());
      broker.decide(Decisions.execute(OUTAGES, 1).build());
      broker.decide(Decisions.of(DecisionKind.CANCEL, 2).build());

      assertThat(broker.awaitResults(2))
          .extracting(ExecutionResult::getStatus, ExecutionResult::getMessage)
          .containsExactlyInAnyOrder(
              tuple(OutcomeStatus.RESOLVED, "Your line was reset."),
              tuple(OutcomeStatus.CANCELLED, "So it is."));
      assertThat(broker.awaitCalls(2))
          .extracting(ToolCall::getStep)
          .containsExactly("outage", "reset");
      assertThat(broker.awaitReplies(2))
          .extracting(ToolReply::getStatus)
          .containsOnly(ReplyStatus.SUCCEEDED);
      assertThat(backend.keys())
          .containsExactlyElementsOf(
              broker.awaitCalls(2).stream().map(ToolCall::getCallId).toList());
    }
  }

  @Test
  void carriesOnAfterARestartInTheMiddleWithoutRepeatingAStep() {
    backend.hold("network.resetLine");
    try (var _ = service(NO_WEB, "--workflow.executor.worker.close-timeout=1s")) {
      broker.publish(OUTAGES);
      broker.decide(Decisions.execute(OUTAGES, 1).build());
      await().atMost(Broker.LONGEST).until(() -> backend.keys().size() == 2);
    }
    backend.release("network.resetLine");

    try (var _ = service(NO_WEB)) {
      broker.decide(Decisions.execute(OUTAGES, 1).build());
      broker.decide(Decisions.of(DecisionKind.CANCEL, 2).build());

      assertThat(broker.awaitResults(2))
          .extracting(ExecutionResult::getProblemId)
          .containsExactlyInAnyOrder("problem-1", "problem-2");
      List<String> calls = broker.awaitCalls(2).stream().map(ToolCall::getCallId).toList();
      assertThat(backend.keys()).contains(calls.getFirst()).isSubsetOf(calls);
      assertThat(backend.keys()).filteredOn(calls.getFirst()::equals).hasSize(1);
    }
  }

  @Test
  void keepsACallForAWorkerThatComesLater() {
    try (var _ = service(NO_WEB, NO_WORKER)) {
      broker.publish(OUTAGES);
      broker.decide(Decisions.execute(OUTAGES, 1).build());
      broker.awaitCalls(1);
      assertThat(backend.keys()).isEmpty();
    }

    try (var _ = service(NO_WEB, NO_ENGINE)) {
      assertThat(broker.awaitReplies(1))
          .extracting(ToolReply::getStatus)
          .containsExactly(ReplyStatus.SUCCEEDED);
    }

    try (var _ = service(NO_WEB)) {
      assertThat(broker.awaitResults(1))
          .extracting(ExecutionResult::getStatus)
          .containsExactly(OutcomeStatus.RESOLVED);
    }
  }

  @Test
  void tellsAnHonestOutcomeWhereTheToolsAreNotThere() {
    backend.close();
    try (var _ = service(NO_WEB, "--workflow.tools.retry.first-backoff=1ms")) {
      broker.publish(OUTAGES);
      broker.decide(Decisions.execute(OUTAGES, 1).build());

      assertThat(broker.awaitResults(1))
          .extracting(ExecutionResult::getStatus)
          .containsExactly(OutcomeStatus.ESCALATED);
      assertThat(broker.awaitReplies(2))
          .extracting(ToolReply::getStatus)
          .containsOnly(ReplyStatus.FAILED);
    }
  }

  @Test
  void goesOnAfterRecordsThatAreNoAvro() {
    try (var _ = service(NO_WEB)) {
      broker.send(Topic.DECISIONS_VALIDATED.topicName(), "ticket-1", new byte[] {1, 2, 3});
      broker.send(Topic.TOOLS_CALLS.topicName(), "ticket-1", new byte[] {1, 2, 3});
      broker.decide(Decisions.of(DecisionKind.CANCEL, 1).build());

      broker.awaitResults(1);
      broker.awaitDeadLetters(Topic.DECISIONS_VALIDATED, 1);
      broker.awaitDeadLetters(Topic.TOOLS_CALLS, 1);
    }
  }

  @Test
  void answersForItsHealthAndMetrics() throws Exception {
    try (var service = service("--server.port=0");
        HttpClient http = HttpClient.newHttpClient()) {
      broker.decide(Decisions.of(DecisionKind.CANCEL, 1).build());
      broker.awaitResults(1);
      String port = service.getEnvironment().getProperty("local.server.port");
      String base = "http://127.0.0.1:" + port + "/actuator/";

      assertThat(get(http, base + "health/readiness").statusCode()).isEqualTo(200);
      assertThat(get(http, base + "prometheus").body())
          .contains("workflow_executions_outcomes_total{status=\"CANCELLED\"} 1.0")
          .contains("kafka_stream");
    }
  }

  private ConfigurableApplicationContext service(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.kafka.bootstrap-servers=" + broker.servers(),
                "--spring.kafka.properties.schema.registry.url=" + broker.registry(),
                "--workflow.state-dir=" + folder.resolve("state"),
                "--workflow.topics.partitions=2",
                "--workflow.executor.engine.definition-wait=60s",
                "--workflow.tools.base-url=" + backend.uri()));
    arguments.addAll(List.of(more));
    var service = ExecutorApplication.application().run(arguments.toArray(String[]::new));
    await().atMost(Broker.LONGEST).until(() -> service.getBean(ServiceReadiness.class).isReady());
    return service;
  }

  private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
