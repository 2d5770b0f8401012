package dev.workflowexecutor.extraction.embedded;

/** The embedding model couldn't be loaded or couldn't encode a text. */
final class EncodingException extends RuntimeException {

  EncodingException(String message, Throwable cause) {
    super(message, cause);
  }
}
