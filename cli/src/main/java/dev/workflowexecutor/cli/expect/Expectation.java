package dev.workflowexecutor.cli.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an outcome should be; what isn't mentioned may be anything.
 *
 * @param status the outcome's status
 * @param message the whole message
 * @param contains a part of the message
 * @param awaiting the fact that is asked for
 * @param intent the ticket's intent
 * @param calls the tools that were called in this turn, in order
 * @param data values of the outcome's data, each of which must be there
 */
public record Expectation(
    Optional<String> status,
    Optional<String> message,
    Optional<String> contains,
    Optional<String> awaiting,
    Optional<String> intent,
    Optional<List<String>> calls,
    Map<String, JsonNode> data) {

  public Expectation(
      Optional<String> status,
      Optional<String> message,
      Optional<String> contains,
      Optional<String> awaiting,
      Optional<String> intent,
      Optional<List<String>> calls,
      @Nullable Map<String, JsonNode> data) {
    this.status = status;
    this.message = message;
    this.contains = contains;
    this.awaiting = awaiting;
    this.intent = intent;
    this.calls = calls.map(List::copyOf);
    this.data = data == null ? Map.of() : new LinkedHashMap<>(data);
  }

  /** Where the outcome is other than expected, in words; empty where it isn't. */
  public List<String> mismatches(Observation observed) {
    List<String> found = new ArrayList<>();
    status.ifPresent(expected -> same("status", expected, observed.status(), found));
    message.ifPresent(expected -> same("message", expected, observed.message(), found));
    contains
        .filter(part -> !observed.message().contains(part))
        .ifPresent(
            part ->
                found.add(
                    "expected a message with '%s', found '%s'"
                        .formatted(part, observed.message())));
    awaiting.ifPresent(
        expected -> same("awaiting", expected, observed.awaiting().orElse("nothing"), found));
    intent.ifPresent(expected -> same("intent", expected, observed.intent().orElse("none"), found));
    calls.ifPresent(expected -> same("calls", expected, observed.calls(), found));
    data.forEach((name, expected) -> datum(name, expected, observed.data().get(name), found));
    return found;
  }

  private static void same(String what, Object expected, Object observed, List<String> found) {
    if (!expected.equals(observed)) {
      found.add("expected %s %s, found %s".formatted(what, expected, observed));
    }
  }

  private static void datum(
      String name, JsonNode expected, @Nullable JsonNode observed, List<String> found) {
    if (observed == null || !equal(expected, observed)) {
      found.add(
          "expected data %s %s, found %s"
              .formatted(name, expected, observed == null ? "none" : observed));
    }
  }

  /** Numbers are compared by value, so that 999 is 999.0. */
  private static boolean equal(JsonNode expected, JsonNode observed) {
    return expected.isNumber() && observed.isNumber()
        ? Double.compare(expected.doubleValue(), observed.doubleValue()) == 0
        : expected.equals(observed);
  }
}
