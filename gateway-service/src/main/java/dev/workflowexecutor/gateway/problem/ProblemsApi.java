package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.outcome.OutcomeDocument;
import dev.workflowexecutor.gateway.web.ProblemDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;

/** The description of POST /v1/problems for people and client generators. */
@Tag(name = "Problems", description = "Submit problems in people's own words.")
interface ProblemsApi {
  String PROBLEM_JSON = "application/problem+json";

  @Operation(
      operationId = "submitProblem",
      summary = "Submits a problem",
      description =
          "Answers 202 as soon as the problem is safely kept, or with Prefer: wait=N up to N"
              + " seconds later 200 with the outcome.",
      parameters = {
        @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "Repeated with the same body it is the same problem; not blank.",
            schema =
                @Schema(type = "string", minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH)),
        @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N: wait up to N seconds (at most 60) for the outcome; RFC 7240.",
            example = "wait=10",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "traceparent",
            in = ParameterIn.HEADER,
            description = "The W3C trace context that the problem's records continue.",
            schema = @Schema(type = "string"))
      },
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = ProblemRequest.class),
                      examples =
                          @ExampleObject(
                              name = "A new problem",
                              value =
                                  "{\"text\": \"No signal since yesterday in Pune\","
                                      + " \"attributes\": {\"account_type\": \"prepaid\"}}"))))
  @ApiResponse(
      responseCode = "200",
      description = "The outcome.",
      headers = @Header(name = "Preference-Applied", schema = @Schema(type = "string")),
      content = @Content(schema = @Schema(implementation = OutcomeDocument.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Taken; the outcome is still to come.",
      headers = {
        @Header(
            name = "Location",
            description = "The ticket.",
            schema = @Schema(type = "string", format = "uri-reference")),
        @Header(name = "Preference-Applied", schema = @Schema(type = "string"))
      },
      content = @Content(schema = @Schema(implementation = SubmitAnswer.class)))
  @ApiResponse(
      responseCode = "400",
      description = "Not UTF-8, not JSON, or not what the schema says.",
      content =
          @Content(
              mediaType = PROBLEM_JSON,
              schema = @Schema(implementation = ProblemDocument.class)))
  @ApiResponse(
      responseCode = "413",
      description = "The body has more than 262144 bytes.",
      content =
          @Content(
              mediaType = PROBLEM_JSON,
              schema = @Schema(implementation = ProblemDocument.class)))
  @ApiResponse(
      responseCode = "415",
      description = "The body is not application/json.",
      content =
          @Content(
              mediaType = PROBLEM_JSON,
              schema = @Schema(implementation = ProblemDocument.class)))
  @ApiResponse(
      responseCode = "422",
      description = "The idempotency key was used for another problem.",
      content =
          @Content(
              mediaType = PROBLEM_JSON,
              schema = @Schema(implementation = ProblemDocument.class)))
  @ApiResponse(
      responseCode = "503",
      description = "Kafka or the registry doesn't answer; the problem may be sent again.",
      headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = PROBLEM_JSON,
              schema = @Schema(implementation = ProblemDocument.class)))
  ResponseEntity<Object> submit(@Parameter(hidden = true) HttpServletRequest http)
      throws IOException;
}
