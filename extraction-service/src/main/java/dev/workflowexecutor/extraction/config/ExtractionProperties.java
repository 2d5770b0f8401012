package dev.workflowexecutor.extraction.config;

import dev.workflowexecutor.extraction.llm.LlmSettings;
import dev.workflowexecutor.extraction.llm.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the extraction does here.
 *
 * @param primary which reader is asked first; the embedded one is always the last
 * @param maxInFlight how many problems may be read at once
 * @param definitionsTimeout how long the start waits for the definitions to be read to the end
 * @param trainingPatience how long a problem waits for a training that is under way, before the
 *     readers of the time before are good enough
 * @param closeTimeout how long readings under way get to end when the service ends
 * @param openai the language model, if it is the primary reader
 */
@ConfigurationProperties(prefix = "workflow.extraction", ignoreUnknownFields = false)
record ExtractionProperties(
    Primary primary,
    int maxInFlight,
    Duration definitionsTimeout,
    Duration trainingPatience,
    Duration closeTimeout,
    OpenAi openai) {

  /** The readers that can be asked first. */
  enum Primary {
    EMBEDDED,
    OPENAI
  }

  /**
   * A model behind an OpenAI-compatible API.
   *
   * @param baseUrl the API's base
   * @param model the model's name
   * @param apiKey a reference to the key: {@code ${env:NAME}} or {@code ${file:PATH}}
   * @param timeout how long an answer may take
   */
  record OpenAi(String baseUrl, String model, String apiKey, Duration timeout) {}

  /** The language model to ask first, if any. */
  Optional<LlmSettings> llm(Function<String, @Nullable String> environment) {
    return switch (primary) {
      case EMBEDDED -> Optional.empty();
      case OPENAI ->
          Optional.of(
              new LlmSettings(
                  URI.create(openai.baseUrl()),
                  openai.model(),
                  Secret.at(openai.apiKey(), environment),
                  openai.timeout()));
    };
  }
}
