package dev.workflowexecutor.decision.ticket;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of a ticket: one JSON object, the same bytes for equal tickets. Thread-safe. */
public final class TicketJson {

  /** The version of the form; a reader refuses any other. */
  public static final int FORMAT = 1;

  // A form of a later version has keys that this one doesn't know: its number decides, not they.
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private TicketJson() {}

  /** The ticket as UTF-8 JSON. */
  public static byte[] write(Ticket ticket) {
    return MAPPER.writeValueAsBytes(Form.of(ticket));
  }

  /**
   * The ticket that was written.
   *
   * @throws IllegalArgumentException if the bytes aren't a ticket in this version of the form
   */
  public static Ticket read(byte[] json) {
    try {
      Form form = MAPPER.readValue(json, Form.class);
      if (form.format() != FORMAT) {
        throw new IllegalArgumentException(
            "expected a ticket in format %d, found %d".formatted(FORMAT, form.format()));
      }
      return form.ticket();
    } catch (JacksonException | NullPointerException | DateTimeException e) {
      throw new IllegalArgumentException("expected a ticket as JSON: " + e.getMessage(), e);
    }
  }

  /** A request in the stored form. */
  private record StoredRequest(
      String workflow, int version, String hash, String intent, String text) {

    static StoredRequest of(Request request) {
      Binding bound = request.workflow();
      return new StoredRequest(
          bound.workflow(), bound.version(), bound.hash(), request.intent(), request.text());
    }

    Request request() {
      return new Request(new Binding(workflow, version, hash), intent, text);
    }
  }

  /** A question in the stored form. */
  private record StoredQuestion(
      String fact, String text, String decisionId, String problemId, String submittedAt) {

    static StoredQuestion of(OpenQuestion open) {
      return new StoredQuestion(
          open.fact(),
          open.text(),
          open.decisionId(),
          open.problemId(),
          open.submittedAt().toString());
    }

    OpenQuestion question() {
      return new OpenQuestion(fact, text, decisionId, problemId, Instant.parse(submittedAt));
    }
  }

  /** A given fact in the stored form. */
  private record StoredGiven(String value, String at) {}

  /** The stored form; the phase follows from which of request and question are there. */
  private record Form(
      int format,
      String ticketId,
      int turn,
      boolean ended,
      @Nullable StoredRequest request,
      @Nullable StoredQuestion question,
      Map<String, StatedFact> stated,
      Map<String, StoredGiven> given,
      Map<String, Integer> asked,
      List<String> seen,
      String lastActivity,
      String expiresAfter,
      @Nullable String lastDecisionId) {

    static Form of(Ticket ticket) {
      TreeMap<String, StoredGiven> given = new TreeMap<>();
      ticket
          .given()
          .forEach((name, it) -> given.put(name, new StoredGiven(it.value(), it.at().toString())));
      return new Form(
          FORMAT,
          ticket.ticketId(),
          ticket.turn(),
          ticket.phase() instanceof Phase.Ended,
          ticket.phase().current().map(StoredRequest::of).orElse(null),
          ticket.phase() instanceof Phase.Asking(var _, var open) ? StoredQuestion.of(open) : null,
          ticket.stated(),
          given,
          ticket.asked(),
          ticket.seen(),
          ticket.lastActivity().toString(),
          ticket.expiresAfter().toString(),
          ticket.lastDecisionId().orElse(null));
    }

    Ticket ticket() {
      TreeMap<String, GivenFact> givenFacts = new TreeMap<>();
      given.forEach(
          (name, it) -> givenFacts.put(name, new GivenFact(it.value(), Instant.parse(it.at()))));
      return new Ticket(
          ticketId,
          turn,
          phase(),
          new TreeMap<>(stated),
          givenFacts,
          new TreeMap<>(asked),
          seen,
          Instant.parse(lastActivity),
          Duration.parse(expiresAfter),
          Optional.ofNullable(lastDecisionId));
    }

    private Phase phase() {
      if (request == null) {
        return ended ? new Phase.Ended() : new Phase.Idle();
      }
      return question == null
          ? new Phase.Done(request.request())
          : new Phase.Asking(request.request(), question.question());
    }
  }
}
