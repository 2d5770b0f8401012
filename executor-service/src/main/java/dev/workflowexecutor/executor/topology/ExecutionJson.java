package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Execution;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an execution lies in the store: as JSON, a completed one as little more than its id. */
final class ExecutionJson {

  private static final String COMPLETED = "completed";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExecutionJson() {}

  static Serde<Execution> serde() {
    return Serdes.serdeFrom(
        (topic, execution) -> execution == null ? null : write(execution),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static byte[] write(Execution execution) {
    return switch (execution) {
      case Execution.Running running -> JSON.writeValueAsBytes(running);
      case Execution.Completed(String decisionId) ->
          JSON.writeValueAsBytes(JSON.createObjectNode().put(COMPLETED, decisionId));
    };
  }

  private static Execution read(byte[] bytes) {
    JsonNode json = JSON.readTree(bytes);
    return json.has(COMPLETED)
        ? new Execution.Completed(json.get(COMPLETED).stringValue())
        : JSON.treeToValue(json, Execution.Running.class);
  }
}
