package dev.workflowexecutor.extraction.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks readers one after the other until one answers, and grounds what it says.
 *
 * <p>Never throws: a text that can't be read and readers that all fail are answers too.
 * Thread-safe.
 */
public final class ExtractIntent {

  /** The reader's name where none answered. */
  public static final String NO_READER = "none";

  private static final System.Logger LOG = System.getLogger(ExtractIntent.class.getName());

  private final List<Link> chain;
  private final String definitions;

  /**
   * A chain of readers.
   *
   * @param readers the first is asked first; at least one, all for the same catalog
   */
  public ExtractIntent(IntentReader... readers) {
    if (readers.length == 0) {
      throw new IllegalArgumentException("expected at least one reader");
    }
    List<Link> links = new ArrayList<>();
    Grounding grounding = new Grounding(readers[0].catalog());
    for (IntentReader reader : readers) {
      links.add(new Link(reader, grounding));
    }
    chain = List.copyOf(links);
    definitions = readers[0].catalog().hash();
  }

  /** What the message says. */
  public Extraction extract(Message message) {
    if (message.text().length() > Message.MAX_LENGTH) {
      return unread(Reading.TEXT_TOO_LONG, message);
    }
    String readable = Texts.readable(message.text());
    if (Texts.isEmpty(readable)) {
      return unread(Reading.EMPTY_TEXT, message);
    }
    Message clean = new Message(readable, message.at());
    return chain.stream()
        .map(link -> link.extract(clean, definitions))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> unread(Reading.READER_FAILED, message));
  }

  /** The answer to a message that no reader is to be asked about. */
  public Extraction declined(Message message) {
    return unread(Reading.READER_FAILED, message);
  }

  private Extraction unread(Reading why, Message message) {
    String text = Texts.readable(Texts.cut(message.text(), Message.MAX_LENGTH));
    return new Extraction(why, text, Read.nothing(), NO_READER, definitions);
  }

  private record Link(IntentReader reader, Grounding grounding) {

    @SuppressWarnings("CatchingUnchecked") // whatever is wrong with one reader, the next is asked
    Optional<Extraction> extract(Message message, String definitions) {
      try {
        Read read = grounding.ground(reader.read(message), message);
        Reading reading = isUnderstood(read) ? Reading.UNDERSTOOD : Reading.UNKNOWN;
        return Optional.of(
            new Extraction(reading, message.text(), read, reader.name(), definitions));
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING, "no answer from the reader {0}: {1}", reader.name(), e);
        LOG.log(System.Logger.Level.DEBUG, "the failure of the reader " + reader.name(), e);
        return Optional.empty();
      }
    }

    private static boolean isUnderstood(Read read) {
      return read.intent().isPresent() || !read.facts().isEmpty() || read.act() != Act.REPORT;
    }
  }
}
