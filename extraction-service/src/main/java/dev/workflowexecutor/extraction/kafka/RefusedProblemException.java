package dev.workflowexecutor.extraction.kafka;

/** A record on problems.raw breaks what its contract says and its schema can't. */
final class RefusedProblemException extends RuntimeException {

  RefusedProblemException(String message) {
    super(message);
  }
}
