package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.extraction.embedded.EmbeddedReader;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.Extraction;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The embedded reader, trained when the first text is to be read; many scenarios have none. */
final class LazyReader implements TextReader {

  private final Catalog catalog;
  private @Nullable ExtractIntent trained;

  LazyReader(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public ReadMessage read(String text, Instant at) {
    if (trained == null) {
      trained = new ExtractIntent(EmbeddedReader.train(catalog));
    }
    Extraction extraction = trained.extract(new Message(text, at));
    return new ReadMessage(
        extraction.text(),
        Reading.valueOf(extraction.reading().name()),
        Act.valueOf(extraction.read().act().name()),
        extraction.read().intent(),
        extraction.read().facts().stream().map(LazyReader::fact).toList());
  }

  private static FoundFact fact(dev.workflowexecutor.extraction.intent.FoundFact it) {
    return new FoundFact(it.workflow(), it.fact(), it.value(), it.quote(), it.corrects());
  }
}
