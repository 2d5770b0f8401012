package dev.workflowexecutor.extraction.llm;

import java.net.URI;
import java.time.Duration;

/**
 * Which model is asked, and where.
 *
 * @param baseUrl the base of an OpenAI-compatible API, for example {@code
 *     https://api.openai.com/v1}
 * @param model the model's name there
 * @param apiKey the API's key
 * @param timeout how long an answer may take as a whole
 */
public record LlmSettings(URI baseUrl, String model, Secret apiKey, Duration timeout) {

  public LlmSettings {
    if (model.isBlank()) {
      throw new IllegalArgumentException("expected the name of a model, found nothing");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("expected a positive timeout, found " + timeout);
    }
  }
}
