package dev.workflowexecutor.cli.gateway;

import tools.jackson.databind.JsonNode;

/** An outcome of the platform's API in words. */
public final class OutcomeText {

  private OutcomeText() {}

  /** One line: the status, what the person is told, and the choices where there are some. */
  public static String of(JsonNode outcome) {
    StringBuilder text =
        new StringBuilder(outcome.path("status").asString("UNKNOWN"))
            .append("  ")
            .append(outcome.path("message").asString(""));
    JsonNode choices = outcome.path("choices");
    if (choices.isArray() && !choices.isEmpty()) {
      text.append(" (")
          .append(String.join(", ", choices.valueStream().map(c -> c.asString("")).toList()))
          .append(')');
    }
    return text.toString();
  }
}
