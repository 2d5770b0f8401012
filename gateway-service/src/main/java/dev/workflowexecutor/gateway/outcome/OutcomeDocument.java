package dev.workflowexecutor.gateway.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome as HTTP shows it. */
@Schema(name = "Outcome", description = "What the person is told at the end of a turn.")
public record OutcomeDocument(
    @Schema(example = "7d0f3a52-8d1c-3f0e-9f5c-0a4a9be3f7a1") String ticketId,
    @Schema(example = "0b3c9a40-53a5-3e2e-8a33-6a3f9f3d1c55") String problemId,
    @Schema(
            description =
                "RESOLVED: done. NEEDS_INFO: a question is open. ESCALATED: a person takes over."
                    + " REJECTED: can't be handled. FAILED: it went wrong. CANCELLED: nothing more"
                    + " is wanted. EXPIRED: the open question was never answered.",
            example = "RESOLVED")
        OutcomeStatus status,
    @Schema(
            description = "What the person is told.",
            example = "Network outage in your area. Expected resolution in 6 PM.")
        String message,
    @Schema(
            description =
                "Values of the outcome for machines, by name: texts, numbers, truths or null.",
            types = "object",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
            example = "{\"eta\": \"6 PM\"}")
        @JsonRawValue
        String data,
    @Schema(
            description = "The open question; only for NEEDS_INFO.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String question,
    @Schema(
            description = "The fact that the question asks for; only for NEEDS_INFO.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String awaiting,
    @Schema(
            description = "Answers to the question, where they are few; only for NEEDS_INFO.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> choices,
    @Schema(description = "When the turn ended.") Instant completedAt) {

  /** The document of an outcome. */
  public static OutcomeDocument of(Outcome outcome) {
    return new OutcomeDocument(
        outcome.ticketId(),
        outcome.problemId(),
        outcome.status(),
        outcome.message(),
        outcome.data(),
        outcome.question().orElse(null),
        outcome.awaiting().orElse(null),
        outcome.choices(),
        outcome.completedAt());
  }
}
