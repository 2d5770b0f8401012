package dev.workflowexecutor.examples.telecom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The helpdesk: creates tickets for people to work on, at most one for each idempotency key.
 *
 * <p>Tickets are held in memory and, where a data folder is given, appended to a file that is read
 * again at the next start. Thread-safe.
 */
final class Helpdesk {

  /** A ticket at the helpdesk, as it is listed and stored. */
  record Ticket(
      String ticket,
      String priority,
      String topic,
      String summary,
      @Nullable String region,
      String idempotencyKey) {}

  private record Rules(String numberPrefix, int firstNumber, Set<String> highPriorityTopics) {}

  private final Rules rules = Data.read("helpdesk.json", new TypeReference<Rules>() {});
  private final Map<String, Ticket> ticketsByKey = new LinkedHashMap<>();
  private final @Nullable Path file;

  /** A helpdesk that keeps its tickets in a folder, or in memory only. */
  Helpdesk(@Nullable Path folder) {
    this.file = folder == null ? null : folder.resolve("helpdesk-tickets.jsonl");
    if (file != null) {
      load(file);
    }
  }

  Answer createTicket(Request request) {
    return request
        .idempotencyKey()
        .map(key -> create(key, request))
        .orElseGet(
            () ->
                new Answer.Refused(
                    400, "Idempotency-Key missing", "a ticket is only created under a key"));
  }

  synchronized List<Ticket> tickets() {
    return List.copyOf(ticketsByKey.values());
  }

  private synchronized Answer create(String key, Request request) {
    Ticket known = ticketsByKey.get(key);
    if (known != null && !known.equals(ticket(known.ticket(), key, request))) {
      return new Answer.Refused(
          422, "Idempotency-Key used before", "the key belongs to a ticket with other content");
    }
    return new Answer.Done(receipt(known != null ? known : open(key, request)));
  }

  private Ticket open(String key, Request request) {
    String number = rules.numberPrefix() + (rules.firstNumber() + ticketsByKey.size());
    Ticket ticket = ticket(number, key, request);
    if (file != null) {
      append(file, ticket);
    }
    ticketsByKey.put(key, ticket);
    return ticket;
  }

  private Ticket ticket(String number, String key, Request request) {
    String topic = request.required("topic");
    return new Ticket(
        number,
        rules.highPriorityTopics().contains(topic) ? "high" : "normal",
        topic,
        request.required("summary"),
        request.optional("region").orElse(null),
        key);
  }

  private static JsonNode receipt(Ticket ticket) {
    ObjectNode body = Data.JSON.createObjectNode();
    body.put("ticket", ticket.ticket());
    body.put("priority", ticket.priority());
    return body;
  }

  private void load(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          Ticket ticket = Data.JSON.readValue(line, Ticket.class);
          ticketsByKey.put(ticket.idempotencyKey(), ticket);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't keep helpdesk tickets in " + file, e);
    }
  }

  private static void append(Path file, Ticket ticket) {
    try {
      Files.writeString(
          file,
          Data.JSON.writeValueAsString(ticket) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write the ticket to " + file, e);
    }
  }
}
