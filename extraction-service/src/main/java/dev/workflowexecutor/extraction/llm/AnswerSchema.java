package dev.workflowexecutor.extraction.llm;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.workflow.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON that a model may answer with, generated from the definitions: a declared intent or none,
 * and quotes for declared facts. Values aren't asked for: they are made of the quotes here.
 */
final class AnswerSchema {

  /** What stands for no intent, and for no fact where none is declared. */
  static final String NONE = "none";

  private AnswerSchema() {}

  static ResponseFormat of(Catalog catalog) {
    JsonObjectSchema fact =
        JsonObjectSchema.builder()
            .addEnumProperty("fact", orNone(facts(catalog)))
            .addStringProperty("quote", "the words of the message that state it, to the letter")
            .addStringProperty(
                "takes_back", "the words for the value it replaces, to the letter; else empty")
            .required("fact", "quote", "takes_back")
            .additionalProperties(false)
            .build();
    List<String> intents = new ArrayList<>(intents(catalog));
    intents.add(NONE);
    JsonObjectSchema answer =
        JsonObjectSchema.builder()
            .addEnumProperty("act", Arrays.stream(Act.values()).map(Act::name).toList())
            .addEnumProperty("intent", intents)
            .addNumberProperty("confidence", "how probable the intent is, from 0 to 1")
            .addProperty("facts", JsonArraySchema.builder().items(fact).build())
            .required("act", "intent", "confidence", "facts")
            .additionalProperties(false)
            .build();
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name("reading").rootElement(answer).build())
        .build();
  }

  /** The declared facts as {@code workflow/fact}. */
  static List<String> facts(Catalog catalog) {
    return catalog.latest().stream()
        .flatMap(
            workflow ->
                workflow.facts().keySet().stream().map(fact -> workflow.name() + "/" + fact))
        .toList();
  }

  private static List<String> intents(Catalog catalog) {
    return catalog.latest().stream()
        .flatMap(workflow -> workflow.intents().keySet().stream())
        .toList();
  }

  private static List<String> orNone(List<String> names) {
    return names.isEmpty() ? List.of(NONE) : names;
  }
}
