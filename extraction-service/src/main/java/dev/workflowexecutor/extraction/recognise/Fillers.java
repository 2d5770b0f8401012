package dev.workflowexecutor.extraction.recognise;

import java.util.List;
import java.util.Set;

/** Words that carry nothing by themselves: what remains of an answer beside the value. */
public final class Fillers {

  private static final Set<String> WORDS =
      Set.of(
          """
          a an the i im m am my mine me we our us you your he she it its s is are was
          were be been in on at of to for from by with near around about and or so just
          only also here there this that these those now then as has have had got get
          do does did re ve ll d t will would can could using use used live lives
          living stay staying based located belong please pls plz kindly thanks thank
          thankyou thx welcome ok okay k yes yeah yep yup ya no nope nah not actually
          sorry oops wait well hmm hm oh ah um uh hi hello hey dear sir madam maam mam
          bro meant mean means said say saying wrong correction correct right rather
          instead change changed typo mistake area city town region place location
          state number code value answer type kind haan han haa ji nahi nahin hai hain
          ho hu hoon mein main mai se ka ki ke ko mera meri mere aur bhi toh na par pe
          yaha yahan kal aaj galat matlab both either want need like let don doesn isn
          didn wasn won aren haven hasn
          """
              .split("\\s+"));

  private Fillers() {}

  /** Whether a word in lower case is one. */
  public static boolean contain(String word) {
    return WORDS.contains(word);
  }

  /** The words that are neither fillers nor touched by one of the spans. */
  public static List<Token> remaining(String text, List<Span> spans) {
    return Token.of(text).stream()
        .filter(token -> !contain(token.word()))
        .filter(token -> spans.stream().noneMatch(token.span()::overlaps))
        .toList();
  }
}
