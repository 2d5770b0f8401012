package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.outcome.EventWriter;
import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeStream;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.web.ProblemKind;
import dev.workflowexecutor.gateway.web.RefusedRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** GET /v1/tickets/{ticketId} and its event stream. */
@RestController
final class TicketsController implements TicketsApi {
  private final Tickets tickets;
  private final Outcomes outcomes;
  private final EventWriter events;

  TicketsController(Tickets tickets, Outcomes outcomes, EventWriter events) {
    this.tickets = tickets;
    this.outcomes = outcomes;
    this.events = events;
  }

  @Override
  @GetMapping(path = "/v1/tickets/{ticketId}", produces = MediaType.APPLICATION_JSON_VALUE)
  public TicketDocument ticket(@PathVariable String ticketId) {
    return tickets.find(ticketId).orElseThrow(() -> unknown(ticketId));
  }

  @Override
  @GetMapping(path = "/v1/tickets/{ticketId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public void follow(
      @PathVariable String ticketId,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response)
      throws IOException {
    // Opened before the past is read, so that nothing falls in between.
    try (OutcomeStream stream = outcomes.followTicket(ticketId)) {
      if (tickets.find(ticketId).isEmpty()) {
        throw unknown(ticketId);
      }
      List<Outcome> past = tickets.outcomes(ticketId);
      int seen = indexOf(lastEventId, past) + 1;
      past.subList(0, seen).forEach(stream::skip);
      events.follow(past.subList(seen, past.size()), stream, response);
    }
  }

  /** The place of the event that the client saw last; -1 where it saw none of these. */
  private static int indexOf(@Nullable String resultId, List<Outcome> past) {
    return past.stream().map(Outcome::resultId).toList().indexOf(resultId);
  }

  private static RefusedRequest unknown(String ticketId) {
    return RefusedRequest.of(
        ProblemKind.UNKNOWN_TICKET,
        "Expected the ticketId of a submitted problem, found '%s'; check it, or submit a problem."
            .formatted(ticketId));
  }
}
