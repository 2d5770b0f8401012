package dev.workflowexecutor.executor.tool;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request of a call, with its secrets; the same for each attempt.
 *
 * @param headers by name, without regard to case
 * @param body JSON, where the method has a body
 */
record HttpCall(String method, URI uri, Map<String, String> headers, Optional<String> body) {

  /** Without the headers, which may carry secrets. */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}
