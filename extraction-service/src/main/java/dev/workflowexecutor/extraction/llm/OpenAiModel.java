package dev.workflowexecutor.extraction.llm;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A chat model behind an OpenAI-compatible API, built anew whenever its key has changed, so that a
 * rotated key needs no restart. One attempt a question: the chain of readers is what retries.
 */
final class OpenAiModel implements ChatModel {

  private final LlmSettings settings;
  private final AtomicReference<@Nullable Keyed> current = new AtomicReference<>();

  OpenAiModel(LlmSettings settings) {
    this.settings = settings;
  }

  @Override
  public ChatResponse chat(ChatRequest request) {
    String key = settings.apiKey().value();
    Keyed keyed = current.get();
    if (keyed == null || !keyed.key().equals(key)) {
      keyed = new Keyed(key, build(key));
      current.set(keyed);
    }
    return keyed.model().chat(request);
  }

  private ChatModel build(String key) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(
            new JdkHttpClientBuilder()
                .httpClientBuilder(
                    // Not every compatible server survives the offer of HTTP/2 over plain text.
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
        .baseUrl(settings.baseUrl().toString())
        .apiKey(key)
        .modelName(settings.model())
        .timeout(settings.timeout())
        .temperature(0.0)
        .maxRetries(0)
        .strictJsonSchema(true)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  private record Keyed(String key, ChatModel model) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
