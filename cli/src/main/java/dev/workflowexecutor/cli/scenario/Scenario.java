package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.cli.expect.Expectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A conversation that a pack is tested with, as it is written down.
 *
 * @param scenario what it shows
 * @param tools by tool what it answers: one answer for all calls, or a list of answers for one call
 *     after the other; {@code fails: FAILED|REFUSED|UNKNOWN} is an answer too
 * @param turns what is said, and what is expected of the outcomes
 */
record Scenario(String scenario, Map<String, JsonNode> tools, List<Turn> turns) {

  Scenario(String scenario, @Nullable Map<String, JsonNode> tools, @Nullable List<Turn> turns) {
    this.scenario = scenario;
    this.tools = tools == null ? Map.of() : new LinkedHashMap<>(tools);
    this.turns = turns == null ? List.of() : List.copyOf(turns);
  }

  /**
   * One message and what should come of it.
   *
   * @param say a text for the embedded reader
   * @param read instead of a text, what a reader has found
   * @param attributes what the upstream system knows
   */
  record Turn(
      Optional<String> say,
      Optional<Finding> read,
      Map<String, String> attributes,
      Optional<Expectation> expect) {

    Turn(
        Optional<String> say,
        Optional<Finding> read,
        @Nullable Map<String, String> attributes,
        Optional<Expectation> expect) {
      this.say = say;
      this.read = read;
      this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
      this.expect = expect;
    }
  }

  /**
   * What a reader found, by hand.
   *
   * @param intent a declared intent
   * @param facts values in anybody's words, by fact name
   * @param act what the person does; a report by default
   * @param text the message
   */
  record Finding(
      Optional<String> intent,
      Map<String, String> facts,
      Optional<String> act,
      Optional<String> text) {

    Finding(
        Optional<String> intent,
        @Nullable Map<String, String> facts,
        Optional<String> act,
        Optional<String> text) {
      this.intent = intent;
      this.facts = facts == null ? Map.of() : new LinkedHashMap<>(facts);
      this.act = act;
      this.text = text;
    }
  }
}
