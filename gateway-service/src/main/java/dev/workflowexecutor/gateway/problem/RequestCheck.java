package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.web.ProblemKind;
import dev.workflowexecutor.gateway.web.RefusedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks a body against the contract of POST /v1/problems and says all that is wrong at once. */
final class RequestCheck {
  private static final List<String> FIELDS = List.of("text", "ticketId", "attributes");
  private static final Pattern TICKET_ID = Pattern.compile(ProblemRequest.TICKET_ID);
  private static final int SHOWN = 60;

  private final List<String> findings = new ArrayList<>();

  private RequestCheck() {}

  static ProblemRequest check(JsonNode body) {
    RequestCheck check = new RequestCheck();
    ProblemRequest request = check.request(body);
    if (check.findings.isEmpty()) {
      return request;
    }
    throw RefusedRequest.of(ProblemKind.INVALID_REQUEST, String.join(" ", check.findings));
  }

  private ProblemRequest request(JsonNode body) {
    if (!body.isObject()) {
      found("body", "an object with a text", kind(body), "send {\"text\": \"...\"}");
      return new ProblemRequest("", Optional.empty(), Map.of());
    }
    body.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(
            name ->
                found(
                    "body",
                    "only " + String.join(", ", FIELDS),
                    "'" + shown(name) + "'",
                    "remove it"));
    return new ProblemRequest(
        text(body.path("text")),
        ticketId(body.path("ticketId")),
        attributes(body.path("attributes")));
  }

  private String text(JsonNode node) {
    if (!node.isString()) {
      found("text", "a string with the person's words", kind(node), "send the text");
      return "";
    }
    String text = node.stringValue();
    int length = text.codePointCount(0, text.length());
    if (length > ProblemRequest.MAX_TEXT) {
      String limit = "at most %d characters".formatted(ProblemRequest.MAX_TEXT);
      found("text", limit, Integer.toString(length), "shorten the text");
    }
    requireUnicode("text", text);
    return text;
  }

  private Optional<String> ticketId(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    String wanted = "1 to 200 of A-Z a-z 0-9 . _ : - (and not just dots)";
    String advice = "send the ticketId of an earlier answer, or none for a new ticket";
    if (!node.isString()) {
      found("ticketId", wanted, kind(node), advice);
      return Optional.empty();
    }
    String id = node.stringValue();
    // A path segment of dots would lead away from the ticket.
    if (!TICKET_ID.matcher(id).matches() || id.equals(".") || id.equals("..")) {
      String shown = "'%s' (%d characters)".formatted(shown(id), id.length());
      found("ticketId", wanted, shown, advice);
    }
    return Optional.of(id);
  }

  private Map<String, String> attributes(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Map.of();
    }
    if (!node.isObject()) {
      found("attributes", "an object of strings", kind(node), "send {\"name\": \"value\"}");
      return Map.of();
    }
    if (node.size() > ProblemRequest.MAX_ATTRIBUTES) {
      String limit = "at most %d entries".formatted(ProblemRequest.MAX_ATTRIBUTES);
      found("attributes", limit, Integer.toString(node.size()), "leave some out");
      return Map.of();
    }
    Map<String, String> attributes = new TreeMap<>();
    node.forEachEntry((name, value) -> attributes.put(name, attribute(name, value)));
    return attributes;
  }

  private String attribute(String name, JsonNode value) {
    String field = "attributes." + shown(name);
    if (name.isBlank() || name.length() > ProblemRequest.MAX_ATTRIBUTE_NAME) {
      String limit = "a name of 1 to %d characters".formatted(ProblemRequest.MAX_ATTRIBUTE_NAME);
      found(field, limit, Integer.toString(name.length()), "use the name of a fact");
    }
    if (!value.isString()) {
      found(field, "a string", kind(value), "send it as a string");
      return "";
    }
    String text = value.stringValue();
    if (text.length() > ProblemRequest.MAX_ATTRIBUTE_VALUE) {
      String limit = "at most %d characters".formatted(ProblemRequest.MAX_ATTRIBUTE_VALUE);
      found(field, limit, Integer.toString(text.length()), "shorten it");
    }
    requireUnicode(field, name + text);
    return text;
  }

  /** Half of a surrogate pair can be written in JSON, but is no character and has no UTF-8. */
  private void requireUnicode(String field, String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      found(field, "Unicode characters", "half of a surrogate pair", "send the whole character");
    }
  }

  private void found(String field, String expected, String found, String advice) {
    findings.add("%s: expected %s, found %s; %s.".formatted(field, expected, found, advice));
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case BINARY, POJO -> "something else";
    };
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
