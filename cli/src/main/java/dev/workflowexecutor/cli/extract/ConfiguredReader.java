package dev.workflowexecutor.cli.extract;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.llm.LlmSettings;
import dev.workflowexecutor.extraction.llm.Secret;
import dev.workflowexecutor.extraction.reader.ReaderChain;
import dev.workflowexecutor.workflow.Catalog;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The reader that the environment names, with the variables and defaults of extraction-service.
 *
 * @param model the language model that is asked first, if any
 */
record ConfiguredReader(Optional<LlmSettings> model) {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * Reads the environment.
   *
   * @throws CommandFailed when it names no reader that there is
   */
  static ConfiguredReader in(Map<String, String> environment) {
    String name = environment.getOrDefault("WFX_READER", "embedded");
    return switch (name) {
      case "embedded" -> new ConfiguredReader(Optional.empty());
      case "openai" -> new ConfiguredReader(Optional.of(openAi(environment)));
      default ->
          throw new CommandFailed(
              "expected WFX_READER to be embedded or openai, found '%s'".formatted(name));
    };
  }

  private static LlmSettings openAi(Map<String, String> environment) {
    return new LlmSettings(
        URI.create(environment.getOrDefault("WFX_OPENAI_BASE_URL", "https://api.openai.com/v1")),
        environment.getOrDefault("WFX_OPENAI_MODEL", "gpt-4o-mini"),
        Secret.at("${env:OPENAI_API_KEY}", environment::get),
        TIMEOUT);
  }

  /** Trains it for the packs' workflows; takes seconds. */
  ExtractIntent train(Catalog catalog) {
    return new ReaderChain(model).apply(catalog);
  }
}
