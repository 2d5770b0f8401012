package dev.workflowexecutor.extraction.llm;

import dev.workflowexecutor.extraction.intent.Dropped;
import dev.workflowexecutor.extraction.intent.FoundFact;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.recognise.Span;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes facts of the quotes that a model claims, and records the claims that nothing supports. */
final class Claims {

  private final Catalog catalog;
  private final FactRecognisers recognisers;
  private final Message message;
  private final List<FoundFact> facts = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();

  Claims(Catalog catalog, FactRecognisers recognisers, Message message) {
    this.catalog = catalog;
    this.recognisers = recognisers;
    this.message = message;
  }

  List<FoundFact> facts() {
    return facts;
  }

  List<Dropped> dropped() {
    return dropped;
  }

  void add(Answer.Claim claim) {
    int slash = claim.fact().indexOf('/');
    String workflow = slash < 0 ? "" : claim.fact().substring(0, slash);
    Optional<Fact> fact =
        catalog
            .latest(workflow)
            .flatMap(it -> Optional.ofNullable(it.facts().get(claim.fact().substring(slash + 1))));
    Optional<Span> span = spanOf(claim.quote());
    if (fact.isEmpty()) {
      drop(claim, Dropped.Reason.NOT_DECLARED);
    } else if (span.isEmpty()) {
      drop(claim, Dropped.Reason.NOT_IN_TEXT);
    } else {
      value(fact.get(), span.get().of(message.text()))
          .ifPresentOrElse(
              value -> facts.add(found(workflow, fact.get(), value, span.get(), claim)),
              () -> drop(claim, Dropped.Reason.NOT_NORMALISABLE));
    }
  }

  private FoundFact found(String workflow, Fact fact, String value, Span span, Answer.Claim claim) {
    Optional<String> corrects =
        spanOf(claim.takesBack())
            .flatMap(old -> value(fact, old.of(message.text())))
            .filter(old -> !old.equals(value));
    return new FoundFact(
        workflow, fact.name(), value, span.of(message.text()), span.start(), span.end(), corrects);
  }

  private Optional<String> value(Fact fact, String quote) {
    return recognisers.value(fact.type(), quote, message.at());
  }

  private void drop(Answer.Claim claim, Dropped.Reason reason) {
    dropped.add(new Dropped(claim.fact(), claim.quote(), reason));
  }

  /** Where the words stand in the message: to the letter, or but for upper and lower case. */
  private Optional<Span> spanOf(String quote) {
    if (quote.isBlank()) {
      return Optional.empty();
    }
    String text = message.text();
    int start = wholeWords(text, quote);
    if (start < 0 && text.toLowerCase(Locale.ROOT).length() == text.length()) {
      start = wholeWords(text.toLowerCase(Locale.ROOT), quote.toLowerCase(Locale.ROOT));
    }
    return start < 0 ? Optional.empty() : Optional.of(new Span(start, start + quote.length()));
  }

  private static int wholeWords(String text, String quote) {
    int start = text.indexOf(quote);
    while (start >= 0
        && (isInsideWord(text, start) || isInsideWord(text, start + quote.length()))) {
      start = text.indexOf(quote, start + 1);
    }
    return start;
  }

  private static boolean isInsideWord(String text, int position) {
    return position > 0
        && position < text.length()
        && Character.isLetterOrDigit(text.charAt(position - 1))
        && Character.isLetterOrDigit(text.charAt(position));
  }
}
