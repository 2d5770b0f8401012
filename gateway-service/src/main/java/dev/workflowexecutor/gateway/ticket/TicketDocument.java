package dev.workflowexecutor.gateway.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.workflowexecutor.gateway.outcome.OutcomeDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as HTTP shows it. */
@Schema(name = "Ticket", description = "What was said on a ticket and how it stands.")
record TicketDocument(
    @Schema(example = "7d0f3a52-8d1c-3f0e-9f5c-0a4a9be3f7a1") String ticketId,
    @Schema(
            description = "PENDING while the last turn has no outcome, else that outcome's status.",
            allowableValues = {
              "PENDING",
              "RESOLVED",
              "NEEDS_INFO",
              "ESCALATED",
              "REJECTED",
              "FAILED",
              "CANCELLED",
              "EXPIRED"
            })
        String status,
    @Schema(description = "The turns, oldest first.") List<Turn> turns,
    @Schema(
            description = "The last outcome, where there is one.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable OutcomeDocument outcome) {

  TicketDocument {
    turns = List.copyOf(turns);
  }

  /** One problem and what came of it. */
  @Schema(name = "Turn", description = "One problem of a ticket and what came of it.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Turn(
      @Schema(example = "0b3c9a40-53a5-3e2e-8a33-6a3f9f3d1c55") String problemId,
      @Schema(
              description = "The person's words (of a very long text the first 10000 characters).",
              requiredMode = Schema.RequiredMode.NOT_REQUIRED)
          @Nullable String text,
      Instant submittedAt,
      @Schema(
              description = "The turn's last outcome, where there is one.",
              requiredMode = Schema.RequiredMode.NOT_REQUIRED)
          @Nullable OutcomeDocument outcome) {}
}
