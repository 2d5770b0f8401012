package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.web.ProblemDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The description of the ticket paths for people and client generators. */
@Tag(name = "Tickets", description = "Follow what becomes of a problem.")
@ApiResponse(
    responseCode = "404",
    description = "Nothing is known of such a ticket.",
    content =
        @Content(
            mediaType = TicketsApi.PROBLEM_JSON,
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "503",
    description = "The gateway's database doesn't answer.",
    headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
    content =
        @Content(
            mediaType = TicketsApi.PROBLEM_JSON,
            schema = @Schema(implementation = ProblemDocument.class)))
interface TicketsApi {
  String PROBLEM_JSON = "application/problem+json";

  @Operation(operationId = "getTicket", summary = "Shows a ticket: its turns and how it stands")
  @ApiResponse(
      responseCode = "200",
      description = "The ticket.",
      content = @Content(schema = @Schema(implementation = TicketDocument.class)))
  TicketDocument ticket(
      @Parameter(description = "The ticketId of an answer.", example = "t-1") String ticketId);

  @Operation(
      operationId = "followTicket",
      summary = "Follows a ticket's outcomes",
      description =
          "Server-sent events of type 'outcome': first those that the ticket has already, then each"
              + " as it comes. The id is the result's, the data an Outcome. A quiet stream gets"
              + " comments.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream; it ends when the gateway does.",
      content =
          @Content(
              mediaType = "text/event-stream",
              schema = @Schema(type = "string"),
              examples =
                  @ExampleObject(
                      "event: outcome\nid: 5f0c...\ndata: {\"ticketId\":\"t-1\",...}\n\n")))
  void follow(
      @Parameter(description = "The ticketId of an answer.", example = "t-1") String ticketId,
      @Parameter(
              description = "The id of the last event that was seen; the stream goes on after it.")
          @Nullable String lastEventId,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}
