package dev.workflowexecutor.extraction.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.workflowexecutor.extraction.intent.Dropped;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.intent.ReaderException;
import dev.workflowexecutor.extraction.intent.Score;
import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads by asking a chat model. Whatever it answers, what comes out is a declared intent and quotes
 * out of the message, or a {@link ReaderException}. Thread-safe.
 */
public final class LlmReader implements IntentReader {

  private final String name;
  private final Catalog catalog;
  private final ChatModel model;
  private final Duration timeout;
  private final ModelObserver observer;
  private final Prompt prompt;
  private final ResponseFormat format;
  private final FactRecognisers recognisers;

  LlmReader(
      String name, Catalog catalog, ChatModel model, Duration timeout, ModelObserver observer) {
    this.name = name;
    this.catalog = catalog;
    this.model = model;
    this.timeout = timeout;
    this.observer = observer;
    prompt = new Prompt(catalog);
    format = AnswerSchema.of(catalog);
    recognisers = new FactRecognisers(catalog, Vocabulary.of(catalog));
  }

  /** A reader over an OpenAI-compatible API. */
  public static LlmReader openAi(LlmSettings settings, Catalog catalog, ModelObserver observer) {
    return new LlmReader(
        "openai/" + settings.model(),
        catalog,
        new OpenAiModel(settings),
        settings.timeout(),
        observer);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Read read(Message message) {
    Answer answer = Answer.parse(ask(message.text()));
    Claims claims = new Claims(catalog, recognisers, message);
    answer.facts().forEach(claims::add);
    List<Dropped> dropped = new ArrayList<>(claims.dropped());
    Optional<String> intent = declared(answer, dropped);
    return new Read(
        answer.act(),
        intent,
        intent.isPresent() ? answer.confidence() : 0,
        intent.map(named -> List.of(new Score(named, answer.confidence()))).orElse(List.of()),
        claims.facts(),
        dropped);
  }

  private Optional<String> declared(Answer answer, List<Dropped> dropped) {
    Optional<String> intent =
        Optional.of(answer.intent()).filter(name -> catalog.byIntent(name).isPresent());
    if (intent.isEmpty() && !answer.intent().equals(AnswerSchema.NONE)) {
      dropped.add(new Dropped("intent", answer.intent(), Dropped.Reason.NOT_DECLARED));
    }
    return intent;
  }

  private String ask(String text) {
    ChatRequest request =
        ChatRequest.builder().messages(prompt.about(text)).responseFormat(format).build();
    long start = System.nanoTime();
    ChatResponse response;
    try {
      response = answerTo(request);
    } catch (ReaderException e) {
      observer.failed(name, since(start));
      throw e;
    }
    TokenUsage usage = response.tokenUsage();
    observer.answered(
        name,
        since(start),
        usage == null ? 0 : Objects.requireNonNullElse(usage.inputTokenCount(), 0),
        usage == null ? 0 : Objects.requireNonNullElse(usage.outputTokenCount(), 0));
    String answer = response.aiMessage().text();
    if (answer == null) {
      throw new ReaderException("expected text from " + name + ", found none");
    }
    return answer;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  // The client's own timeout ends with the answer's headers; a body that trickles would hold us.
  private ChatResponse answerTo(ChatRequest request) {
    FutureTask<ChatResponse> asked = new FutureTask<>(() -> model.chat(request));
    Thread thread = Thread.ofVirtual().name("ask-" + name).start(asked);
    try {
      return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new ReaderException("expected an answer within " + timeout + ", found none", e);
    } catch (ExecutionException e) {
      throw new ReaderException("expected an answer of " + name + ", found a failure", e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new ReaderException("interrupted while waiting for " + name, e);
    }
  }
}
