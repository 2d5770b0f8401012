package dev.workflowexecutor.gateway.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/** The body of POST /v1/problems, checked. */
@Schema(name = "ProblemRequest", description = "A problem in the person's own words.")
record ProblemRequest(
    @Schema(
            description = "What the person wrote, unchanged. Empty is taken and answered REJECTED.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = ProblemRequest.MAX_TEXT,
            example = "No signal since yesterday in Pune")
        String text,
    @Schema(
            description = "The ticket that this continues. Absent: a new ticket begins.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            type = "string",
            pattern = ProblemRequest.TICKET_ID)
        Optional<String> ticketId,
    @Schema(
            description = "What is known already, by fact name; at most 50 entries.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            example = "{\"account_type\": \"prepaid\"}")
        Map<String, String> attributes) {

  /** The longest text, in Unicode characters. */
  static final int MAX_TEXT = 10_000;

  static final int MAX_ATTRIBUTES = 50;
  static final int MAX_ATTRIBUTE_NAME = 100;
  static final int MAX_ATTRIBUTE_VALUE = 1_000;
  static final String TICKET_ID = "[A-Za-z0-9._:-]{1,200}";

  ProblemRequest {
    attributes = Map.copyOf(attributes);
  }
}
