package dev.workflowexecutor.cli.gateway;

import tools.jackson.databind.JsonNode;

/** What the platform said to a submission. */
public sealed interface Submitted {

  /** The problem is accepted, and its outcome isn't known yet. */
  record Accepted(String ticketId, String problemId) implements Submitted {}

  /** The outcome was there in time, as the platform's API shows it. */
  record Answered(JsonNode outcome) implements Submitted {}

  /**
   * The platform refused it.
   *
   * @param status the HTTP status
   * @param reason the problem details in one line
   */
  record Refused(int status, String reason) implements Submitted {}
}
