package dev.workflowexecutor.executor.tool;

import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.workflow.tool.Checked;
import dev.workflowexecutor.workflow.tool.Tool;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP response means, held against the tool's contract. */
final class ToolAnswer {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Request timeout, too early, too many requests: may pass. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private ToolAnswer() {}

  static Attempt read(Tool tool, HttpAnswer answer) {
    int status = answer.status();
    return switch (status / 100) {
      case 2 -> output(tool, answer.body());
      case 4 ->
          PASSING.contains(status)
              ? new Attempt.Unclear("HTTP " + status)
              : new Attempt.Refused("HTTP " + status + problem(answer));
      case 5 -> new Attempt.Unclear("HTTP " + status + problem(answer));
      default -> new Attempt.Misfit("HTTP " + status + " where an answer was expected");
    };
  }

  private static Attempt output(Tool tool, byte[] body) {
    String json;
    try {
      json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return new Attempt.Misfit("the answer isn't UTF-8");
    }
    return switch (tool.checkOutput(json.isBlank() ? "{}" : json)) {
      case Checked.Valid(String output) when output.length() > Reply.MAX_OUTPUT_CHARACTERS ->
          new Attempt.Misfit("the output is too large to record");
      case Checked.Valid(String output) -> new Attempt.Answered(output);
      case Checked.Invalid(String why) ->
          new Attempt.Misfit("the answer doesn't fit the contract: " + why);
    };
  }

  /** Title and detail of an RFC 9457 problem, where the tool sent one. */
  private static String problem(HttpAnswer answer) {
    if (!answer.contentType().startsWith("application/problem+json")) {
      return "";
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return Stream.of("title", "detail")
          .map(field -> problem.path(field).asString(""))
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining(": ", " ", ""));
    } catch (JacksonException e) {
      return " with a problem that isn't JSON";
    }
  }
}
