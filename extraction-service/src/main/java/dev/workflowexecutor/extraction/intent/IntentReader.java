package dev.workflowexecutor.extraction.intent;

import dev.workflowexecutor.workflow.Catalog;

/** Reads messages for the intents and facts of one catalog. Thread-safe; may be slow. */
public interface IntentReader {

  /** The reader's name in records and metrics, for example {@code embedded/bge-small-en-v1.5-q}. */
  String name();

  /** The definitions that it reads for. */
  Catalog catalog();

  /**
   * What it makes of a message that isn't blank and not too long. Its answer isn't trusted: whoever
   * asks grounds it.
   *
   * @throws ReaderException if it can't answer
   */
  Read read(Message message);
}
