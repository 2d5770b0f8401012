package dev.workflowexecutor.kafka.definitions;

import org.apache.kafka.common.errors.RetriableException;

/**
 * A version of a workflow isn't published, or its publication wasn't read yet: it may be any time,
 * so the record that needs it is no dead letter.
 */
public final class UnknownWorkflowException extends RetriableException {

  UnknownWorkflowException(String name, int version) {
    super("Expected a published " + name + "@" + version + "; found none: publish it");
  }
}
