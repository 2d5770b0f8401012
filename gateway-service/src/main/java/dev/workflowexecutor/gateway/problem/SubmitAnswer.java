package dev.workflowexecutor.gateway.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to a problem that is taken and has no outcome yet. */
@Schema(name = "Accepted", description = "The problem is taken; follow its ticket.")
record SubmitAnswer(
    @Schema(example = "7d0f3a52-8d1c-3f0e-9f5c-0a4a9be3f7a1") String ticketId,
    @Schema(example = "0b3c9a40-53a5-3e2e-8a33-6a3f9f3d1c55") String problemId) {}
