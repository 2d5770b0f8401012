package dev.workflowexecutor.gateway.outcome;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /v1/outcomes/events. */
@RestController
@Tag(name = "Outcomes", description = "See the outcomes of all tickets.")
final class OutcomeEventsController {
  private final Outcomes outcomes;
  private final EventWriter events;

  OutcomeEventsController(Outcomes outcomes, EventWriter events) {
    this.outcomes = outcomes;
    this.events = events;
  }

  @Operation(
      operationId = "followOutcomes",
      summary = "Follows the outcomes of all tickets, from now on",
      description =
          "Server-sent events of type 'outcome': the id is the result's, the data an Outcome. A"
              + " quiet stream gets comments. Who reads too slowly is disconnected.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream; it ends when the gateway does.",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string"),
              examples =
                  @ExampleObject(
                      "event: outcome\nid: 5f0c...\ndata: {\"ticketId\":\"t-1\",...}\n\n")))
  @GetMapping(path = "/v1/outcomes/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
    try (OutcomeStream stream = outcomes.followAll()) {
      events.follow(List.of(), stream, response);
    }
  }
}
