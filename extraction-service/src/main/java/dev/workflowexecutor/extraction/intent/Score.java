package dev.workflowexecutor.extraction.intent;

/**
 * An intent and how probable a reader holds it.
 *
 * @param confidence from 0 to 1
 */
public record Score(String intent, double confidence) {

  public Score {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("expected 0 to 1, found " + confidence);
    }
  }
}
