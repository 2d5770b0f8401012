package dev.workflowexecutor.examples.telecom;

import java.util.Map;
import java.util.Optional;

/**
 * A request for a tool after the contract check.
 *
 * @param fields the input's fields
 * @param idempotencyKey the value of the Idempotency-Key header
 */
record Request(Map<String, String> fields, Optional<String> idempotencyKey) {

  Request {
    fields = Map.copyOf(fields);
  }

  /** A field that the contract requires. */
  String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("the contract doesn't require " + name));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
