package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.tool.Checked;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tools of a scenario, which answer what the scenario says. */
final class ToolAnswers {

  private static final String TOLD_TO = "the scenario says so";

  private final Map<String, JsonNode> answers;
  private final Map<String, Integer> calls = new HashMap<>();

  ToolAnswers(Map<String, JsonNode> answers) {
    this.answers = answers;
  }

  /** Answers a call at the time of its request. */
  Reply reply(Workflow workflow, Call call) {
    JsonNode answer = next(call.tool());
    String id = Reply.idOf(call.callId());
    return switch (answer.path("fails").asString("")) {
      case "FAILED" -> new Reply.Failed(id, call.callId(), call.requestedAt(), TOLD_TO);
      case "REFUSED" -> new Reply.Refused(id, call.callId(), call.requestedAt(), TOLD_TO);
      case "UNKNOWN" -> new Reply.Unknown(id, call.callId(), call.requestedAt(), TOLD_TO);
      default ->
          new Reply.Succeeded(
              id, call.callId(), call.requestedAt(), checked(tool(workflow, call), answer));
    };
  }

  private JsonNode next(String tool) {
    @Nullable JsonNode answer = answers.get(tool);
    int call = calls.merge(tool, 1, Integer::sum);
    if (answer == null) {
      throw new BadScenario("expected an answer of the tool %s, found none".formatted(tool));
    }
    if (!answer.isArray()) {
      return answer;
    }
    if (call > answer.size()) {
      throw new BadScenario(
          "expected an answer of the tool %s to call %d, found %d answers"
              .formatted(tool, call, answer.size()));
    }
    return answer.get(call - 1);
  }

  private static Tool tool(Workflow workflow, Call call) {
    return workflow.steps().stream()
        .filter(step -> step.name().equals(call.step()))
        .map(Step::tool)
        .findFirst()
        .orElseThrow(() -> new BadScenario("there is no step " + call.step()));
  }

  private static String checked(Tool tool, JsonNode answer) {
    return switch (tool.checkOutput(answer.toString())) {
      case Checked.Valid(String json) -> json;
      case Checked.Invalid(String why) ->
          throw new BadScenario(
              "the answer of the tool %s doesn't fit its contract: %s".formatted(tool.name(), why));
    };
  }
}
