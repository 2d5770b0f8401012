package dev.workflowexecutor.examples.telecom;

import tools.jackson.databind.JsonNode;

/** What a request is answered with. */
sealed interface Answer {

  /** It worked; the body says what was found or done. */
  record Done(JsonNode body) implements Answer {}

  /** The request was refused, as an RFC 9457 problem detail. */
  record Refused(int status, String title, String detail) implements Answer {}
}
