package dev.workflowexecutor.extraction.llm;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.ReaderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's answer in the form of {@link AnswerSchema}; whether its intent and facts are declared
 * isn't known yet.
 */
record Answer(Act act, String intent, double confidence, List<Claim> facts) {

  private static final int MOST_FACTS = 100;
  private static final int LONGEST_ANSWER = 100_000;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Answer {
    facts = List.copyOf(facts);
  }

  /** A fact that the model claims, as {@code workflow/fact}. */
  record Claim(String fact, String quote, String takesBack) {}

  /**
   * Reads an answer.
   *
   * @throws ReaderException if it is anything but one JSON object of the schema's form
   */
  static Answer parse(String text) {
    if (text.length() > LONGEST_ANSWER) {
      throw new ReaderException("expected a short answer, found " + text.length() + " characters");
    }
    try {
      return answer(STRICT.readTree(text));
    } catch (JacksonException e) {
      throw new ReaderException("expected JSON, found something else", e);
    }
  }

  private static Answer answer(JsonNode json) {
    expectFields(json, Set.of("act", "intent", "confidence", "facts"));
    JsonNode confidence = json.get("confidence");
    JsonNode facts = json.get("facts");
    if (!confidence.isNumber() || !(confidence.asDouble() >= 0 && confidence.asDouble() <= 1)) {
      throw new ReaderException("expected a confidence from 0 to 1, found " + confidence);
    }
    if (!facts.isArray() || facts.size() > MOST_FACTS) {
      throw new ReaderException("expected a list of at most " + MOST_FACTS + " facts");
    }
    List<Claim> claims = new ArrayList<>();
    for (JsonNode fact : facts) {
      expectFields(fact, Set.of("fact", "quote", "takes_back"));
      claims.add(
          new Claim(string(fact, "fact"), string(fact, "quote"), string(fact, "takes_back")));
    }
    return new Answer(act(json), string(json, "intent"), confidence.asDouble(), claims);
  }

  private static Act act(JsonNode json) {
    String name = string(json, "act");
    return Arrays.stream(Act.values())
        .filter(act -> act.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ReaderException("expected an act, found another word"));
  }

  private static void expectFields(JsonNode json, Set<String> expected) {
    if (!json.isObject()
        || !json.propertyStream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet())
            .equals(expected)) {
      throw new ReaderException("expected an object with just the fields " + expected);
    }
  }

  private static String string(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (!value.isString()) {
      throw new ReaderException("expected text in the field " + field);
    }
    return value.asString();
  }
}
