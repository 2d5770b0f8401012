package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.extraction.conversation.Conversation;
import dev.workflowexecutor.extraction.conversation.Heard;
import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.intent.ReaderException;
import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.recognise.Recognised;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.workflow.Catalog;
import java.util.List;
import java.util.Optional;

/**
 * Reads in this process, without a network: a classifier over sentence vectors, trained on the
 * catalog's own examples, and recognisers for facts and conversation acts.
 *
 * <p>The same catalog gives the same reader, and the same message the same answer. Immutable and
 * thread-safe.
 */
public final class EmbeddedReader implements IntentReader {

  private final Catalog catalog;
  private final FactRecognisers recognisers;
  private final Optional<Classifier> classifier;
  private final ActOwners owners;

  private EmbeddedReader(
      Catalog catalog, FactRecognisers recognisers, Optional<Classifier> classifier) {
    this.catalog = catalog;
    this.recognisers = recognisers;
    this.classifier = classifier;
    owners = new ActOwners(catalog);
  }

  /**
   * Trains a reader for the catalog; takes seconds. Without intents it finds facts and acts only.
   */
  public static EmbeddedReader train(Catalog catalog) {
    return new EmbeddedReaderTraining().train(catalog);
  }

  static EmbeddedReader train(Catalog catalog, CachedEncoder encoder) {
    Vocabulary vocabulary = Vocabulary.of(catalog);
    FactRecognisers recognisers = new FactRecognisers(catalog, vocabulary);
    TrainingTexts texts = new TrainingTexts(catalog);
    return new EmbeddedReader(
        catalog,
        recognisers,
        texts.isEmpty()
            ? Optional.empty()
            : Optional.of(Classifier.train(texts, vocabulary, encoder)));
  }

  @Override
  public String name() {
    return "embedded/" + SentenceEncoder.MODEL;
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Read read(Message message) {
    String text = message.text();
    try {
      List<Recognised> found = recognisers.find(text, message.at());
      Heard heard = Conversation.hear(text, found);
      boolean bare = heard.saysNothingElse(text, recognisers.wordsBeside(found, text));
      return heard.phrases().isEmpty()
          ? withoutPhrases(heard, bare, text)
          : withPhrases(heard, bare, text);
    } catch (EncodingException e) {
      throw new ReaderException("the embedded reader can't read", e);
    }
  }

  /** A message that only states values names no intent, unless an example says just that. */
  private Read withoutPhrases(Heard heard, boolean bare, String text) {
    Ranking ranking = rank(text);
    boolean named = bare ? ranking.isVerySure() : ranking.admitted();
    Act act = named && heard.unlessIntent() ? Act.REPORT : heard.act();
    return read(act, named, ranking, heard);
  }

  /** "Never mind" cancels, but not where a workflow is about just these words. */
  private Read withPhrases(Heard heard, boolean bare, String text) {
    Ranking whole = rank(text);
    if (whole.isVerySure() || owners.own(whole, heard, text)) {
      return read(Act.REPORT, true, whole, heard);
    }
    if (bare) {
      return read(heard.act(), false, Ranking.nothing(), heard);
    }
    Ranking rest = rank(heard.rest(text));
    Act act = rest.admitted() && heard.unlessIntent() ? Act.REPORT : heard.act();
    return read(act, rest.admitted(), rest, heard);
  }

  private Ranking rank(String text) {
    return classifier.map(trained -> trained.rank(text)).orElseGet(Ranking::nothing);
  }

  private static Read read(Act act, boolean named, Ranking ranking, Heard heard) {
    return new Read(
        act,
        named ? Optional.of(ranking.scores().getFirst().intent()) : Optional.empty(),
        named ? ranking.scores().getFirst().confidence() : 0,
        ranking.scores(),
        heard.facts(),
        List.of());
  }
}
