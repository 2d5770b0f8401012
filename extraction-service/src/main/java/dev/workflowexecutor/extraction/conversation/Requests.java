package dev.workflowexecutor.extraction.conversation;

import dev.workflowexecutor.extraction.recognise.Fillers;
import dev.workflowexecutor.extraction.recognise.Span;
import java.util.ArrayList;
import java.util.List;

/** How people ask for a human, and how they say that they want nothing more. */
final class Requests {

  private static final String SOMEBODY =
      "(?:(?:an?|the|some|any|your|one of your|my|another) )?"
          + "(?:(?:real|live|human|actual|senior|customer|support|service|care|call cent(?:er|re)) )*"
          + "(?:person|people|human(?: being)?|humans|agents?|representatives?|rep|executives?|operator"
          + "|someone|somebody|manager|supervisor|staff|adviso[ru]r?|adviser|team|care|support|service"
          + "|officer|insaan|aadmi)";

  private static final Phrases FOR_A_PERSON =
      Phrases.of(
          "(?:talk|speak|chat)(?: (?:to|with))? " + SOMEBODY,
          "(?:connect|transfer|forward|redirect|escalate|route)(?: (?:me|this|us|my call|the call|it))?"
              + "(?: (?:to|with|through to))? "
              + SOMEBODY,
          "(?:put|patch|get) me(?: (?:on|through|in touch))?(?: (?:to|with))? " + SOMEBODY,
          "(?:get|give|send|need|want|require) (?:me )?(?:an? |some )?"
              + "(?:(?:real|live|human|actual|senior) )*"
              + "(?:person|human(?: being)?|agent|representative|executive|operator|supervisor|manager)"
              + "(?: (?:please|now|to (?:help|call|talk|speak)(?: (?:me|to me|with me))?))?",
          "(?:can|could|may|will|would|should) (?:an? |some |your )?(?:(?:real|live|human) )?"
              + "(?:someone|somebody|person|human|agent|representative|executive) "
              + "(?:please )?(?:call|phone|help|assist|contact|talk to|speak to)(?: me)?(?: back)?",
          "(?:i do not|i don't|don't|do not) (?:want|like) (?:to )?(?:talk|speak|chat)(?: (?:to|with))?"
              + "(?: an?| the| this)? (?:bot|robot|machine|computer|chatbot)",
          "(?:agent|executive|insaan|aadmi|customer care|manager|kisi) se baat(?: (?:karni|karna|karao"
              + "|karado|kara do|karwao|karwa do|karwa dijiye|kara dijiye)(?: hai)?)?");

  // By themselves a request, inside a sentence often not: "the agent was rude".
  private static final Phrases BARE_PERSON =
      Phrases.of(
          "(?:real |live |human |actual )?(?:person|human(?: being)?|agent|representative|operator"
              + "|executive|supervisor|manager)",
          "customer (?:care|service|support)(?: (?:executive|agent|representative|number))?",
          "help ?desk",
          "call ?back");

  private static final Phrases UNWANTED =
      Phrases.of(
          "(?:don't|do not|didn't|did not|never|no need|not)(?: (?:want|need|wish|have|like))?(?: to)?",
          "(?:without|before|after|tried to|refused to|unable to)");

  private static final Phrases NOTHING_MORE =
      Phrases.of(
          "never ?mind",
          "nvm",
          "forget (?:it|about it|that|this)",
          "drop it",
          "leave it",
          "let it (?:be|go)",
          "ignore (?:it|this|that|my (?:last |previous )?(?:message|request))",
          "(?:i )?(?:no longer|don't|do not) (?:need|require|want) (?:it|this|that|(?:your |any )?help"
              + "|anything)(?: any ?more| now)?",
          "(?:not needed|no longer needed|not required)(?: any ?more| now)?",
          "(?:it|everything|all)(?:'s| is| has been| got)? (?:works|working|fixed|resolved|solved|sorted"
              + "|fine|ok|okay|good|back)(?: (?:fine|again))?(?: now)",
          "(?:the |my )?(?:problem|issue)(?: is| has been| got|'s)? (?:already )?"
              + "(?:solved|resolved|fixed|sorted|gone)(?: now| already)?",
          "rehne do",
          "rahne do",
          "jaane do",
          "jane do",
          "chh?odo",
          "chh?od do",
          "koi baat nahi");

  private static final Phrases CANCEL =
      Phrases.of(
          "(?:cancel|stop|close|withdraw|abort|end)(?: (?:it|this|that|everything|all|the|my|this|that))?"
              + "(?: (?:request|ticket|complaint|conversation|chat|case|query|question|process"
              + "|report))?(?: (?:please|now|kar do|karo|kar dijiye))?"
              + "(?=\\s*(?:[.,;:!?]|$))",
          "cancel kar(?:o| do| dijiye)");

  private Requests() {}

  /** What asks for a human; empty if nothing does. */
  static List<Span> forAPerson(String text) {
    List<Span> asked = new ArrayList<>(FOR_A_PERSON.find(text));
    asked.removeIf(phrase -> UNWANTED.end(clauseBefore(phrase, text)));
    if (!asked.isEmpty()) {
      return asked;
    }
    List<Span> bare = BARE_PERSON.find(text);
    return Fillers.remaining(text, bare).isEmpty() ? bare : List.of();
  }

  /** What says that nothing more is wanted, whatever the workflows are about. */
  static List<Span> nothingMore(String text) {
    if (text.stripTrailing().endsWith("?")) {
      return List.of();
    }
    List<Span> said = new ArrayList<>(NOTHING_MORE.find(text));
    said.removeIf(phrase -> !beginsClause(phrase, text));
    return said;
  }

  /** What cancels the conversation, unless cancelling is what a workflow is about. */
  static List<Span> cancel(String text) {
    List<Span> said = new ArrayList<>(CANCEL.find(text));
    said.removeIf(phrase -> UNWANTED.end(clauseBefore(phrase, text)));
    return Fillers.remaining(text, said).isEmpty() ? said : List.of();
  }

  private static boolean beginsClause(Span phrase, String text) {
    return Fillers.remaining(clauseBefore(phrase, text), List.of()).isEmpty()
        && !UNWANTED.end(clauseBefore(phrase, text));
  }

  private static String clauseBefore(Span phrase, String text) {
    int start = phrase.start();
    while (start > 0 && ".,;:!?\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, phrase.start());
  }
}
