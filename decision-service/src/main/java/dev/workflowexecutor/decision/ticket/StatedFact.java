package dev.workflowexecutor.decision.ticket;

/**
 * A fact that the person stated.
 *
 * @param value the value in the canonical form of the fact's type
 * @param source {@link FactSource#USER} in the turn that stated it, then {@link FactSource#EARLIER}
 * @param evidence the words that support the value
 */
public record StatedFact(String value, FactSource source, String evidence) {

  private static final int MAX_EVIDENCE = 500;

  public StatedFact {
    if (source != FactSource.USER && source != FactSource.EARLIER) {
      throw new IllegalArgumentException("expected a fact that a person stated, found " + source);
    }
  }

  /** A fact that the message of this turn states; of long evidence its beginning is kept. */
  public static StatedFact now(String value, String evidence) {
    return new StatedFact(value, FactSource.USER, beginning(evidence));
  }

  private static String beginning(String evidence) {
    if (evidence.length() <= MAX_EVIDENCE) {
      return evidence;
    }
    boolean splitsPair = Character.isHighSurrogate(evidence.charAt(MAX_EVIDENCE - 1));
    return evidence.substring(0, splitsPair ? MAX_EVIDENCE - 1 : MAX_EVIDENCE);
  }

  StatedFact earlier() {
    return new StatedFact(value, FactSource.EARLIER, evidence);
  }
}
