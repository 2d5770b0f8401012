package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.workflow.Catalog;

/**
 * Trains embedded readers one after the other, and remembers the vectors of the last one's
 * examples: training after a small change takes a moment. Thread-safe.
 */
public final class EmbeddedReaderTraining {

  private final CachedEncoder encoder;

  /** Trains with the process's embedding model, which is loaded now if it isn't yet. */
  public EmbeddedReaderTraining() {
    this(SentenceEncoder.shared());
  }

  EmbeddedReaderTraining(Encoder encoder) {
    this.encoder = new CachedEncoder(encoder);
  }

  /** A reader for the catalog. */
  public EmbeddedReader train(Catalog catalog) {
    return EmbeddedReader.train(catalog, encoder);
  }
}
