package dev.workflowexecutor.extraction.reader;

import dev.workflowexecutor.extraction.embedded.EmbeddedReaderTraining;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.intent.ReaderException;
import dev.workflowexecutor.extraction.llm.LlmReader;
import dev.workflowexecutor.extraction.llm.LlmSettings;
import dev.workflowexecutor.extraction.llm.ModelObserver;
import dev.workflowexecutor.workflow.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the readers for a catalog: a language model if one is configured, then the embedded one.
 */
public final class ReaderChain implements Function<Catalog, ExtractIntent> {

  private static final Logger log = LoggerFactory.getLogger(ReaderChain.class);

  private final Optional<LlmSettings> primary;
  private final ModelObserver observer;
  private @Nullable EmbeddedReaderTraining training;

  /** A chain whose language model nobody watches. */
  public ReaderChain(Optional<LlmSettings> primary) {
    this(primary, ModelObserver.NONE);
  }

  /** A chain that tells what its language model takes. */
  public ReaderChain(Optional<LlmSettings> primary, ModelObserver observer) {
    this.primary = primary;
    this.observer = observer;
  }

  /**
   * The chain for the catalog; takes seconds. Without any reader it says of each text just that.
   */
  @Override
  public synchronized ExtractIntent apply(Catalog catalog) {
    List<IntentReader> readers = new ArrayList<>();
    primary.ifPresent(settings -> readers.add(LlmReader.openAi(settings, catalog, observer)));
    readers.add(embedded(catalog));
    return new ExtractIntent(readers.toArray(IntentReader[]::new));
  }

  // Native code that this machine can't load is an Error, and no reason to lose a problem.
  private IntentReader embedded(Catalog catalog) {
    try {
      if (training == null) {
        training = new EmbeddedReaderTraining();
      }
      return training.train(catalog);
    } catch (RuntimeException | LinkageError e) {
      log.error("the embedded reader can't be trained; problems will be escalated unread", e);
      return new Untrained(catalog, e);
    }
  }

  private record Untrained(Catalog catalog, Throwable cause) implements IntentReader {
    @Override
    public String name() {
      return "untrained";
    }

    @Override
    public Read read(Message message) {
      throw new ReaderException("the embedded reader isn't trained", cause);
    }
  }
}
