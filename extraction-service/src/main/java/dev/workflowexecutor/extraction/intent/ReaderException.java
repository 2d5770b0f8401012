package dev.workflowexecutor.extraction.intent;

/** A reader couldn't answer: the next one is asked. */
public final class ReaderException extends RuntimeException {

  public ReaderException(String message) {
    super(message);
  }

  public ReaderException(String message, Throwable cause) {
    super(message, cause);
  }
}
