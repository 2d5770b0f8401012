package dev.workflowexecutor.kafka.registry;

import tools.jackson.databind.JsonNode;

/**
 * A registry's answer to one request: success, "there is no such thing", or a refusal.
 *
 * @param status the HTTP status, 2xx or 4xx
 * @param errorCode the registry's error code; 0 for success, the status where none was given
 */
record RegistryAnswer(int status, int errorCode, JsonNode body) {

  /** True for the registry's own codes for "not found"; a plain 404 may be anybody's. */
  static boolean isMissing(int errorCode) {
    return errorCode / 100 == 404;
  }

  boolean isMissing() {
    return isMissing(errorCode);
  }

  /** The body of a success; a refusal is thrown. */
  JsonNode accepted(String what) {
    if (errorCode == 0) {
      return body;
    }
    String why = body.path("message").asString("no reason given");
    throw new RegistryRefusedException(
        "The registry refused to " + what + ": " + why + " (" + errorCode + ")", errorCode);
  }
}
