package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/** What people are told where no workflow has words of its own. */
final class Wording {

  static final String EARLIER_ENDED = "Your earlier request has ended, so this is a new one.";
  static final String DROPPED =
      "I have dropped your earlier request, since this is about something else.";
  static final String EMPTY_TEXT =
      "Your message is empty: please describe the problem in 1 to 10,000 characters.";
  static final String TEXT_TOO_LONG =
      "Your message is too long: please describe the problem in at most 10,000 characters.";
  static final String READER_FAILED =
      "I can't read your message at the moment, so a person will look at it.";
  static final String ASKED_FOR_PERSON = "A person will take over and get back to you.";
  static final String ASKED_TOO_OFTEN =
      "I couldn't get the details that I need, so a person will look at it.";
  static final String CANCELLED = "All right, I have cancelled this request.";
  static final String NOTHING_OPEN = "There is nothing open that I could cancel.";
  static final String BROKEN = "I can't decide this by myself, so a person will look at it.";
  static final String NOTHING_TO_CHANGE =
      "I didn't understand what is different now. Please say what has changed.";

  private static final String NO_INTENT = "I'm sorry, I can't help with that.";
  private static final String NO_PROBLEM =
      "I understood some details, but not what the problem is. Please say what is wrong.";
  private static final int TOPICS = 6;

  private Wording() {}

  static String noIntent(Catalog catalog) {
    return NO_INTENT + offer(catalog);
  }

  static String noProblem(Catalog catalog) {
    return NO_PROBLEM + offer(catalog);
  }

  static String stillOpen(String sentence, String question) {
    return sentence + " The question is still open: " + question;
  }

  static String unclear(List<String> quotes) {
    String said = quotes.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(" and "));
    return "I found more than one answer in your message: " + said + ".";
  }

  static String expired(String question) {
    return "This request has ended because the question wasn't answered: "
        + question
        + " Please write again if you still need help.";
  }

  private static String offer(Catalog catalog) {
    List<String> topics =
        catalog.latest().stream()
            .map(Workflow::name)
            .sorted()
            .map(name -> name.replace('-', ' ').replace('_', ' '))
            .toList();
    if (topics.isEmpty()) {
      return "";
    }
    String shown = topics.stream().limit(TOPICS).collect(Collectors.joining(", "));
    return " I can help with " + shown + (topics.size() > TOPICS ? " and more." : ".");
  }
}
