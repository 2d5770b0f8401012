package dev.workflowexecutor.gateway.web;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong with a request, each with its status, stable type and title.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public enum ProblemKind {
  INVALID_ENCODING(HttpStatus.BAD_REQUEST, "invalid-encoding", "The body is not valid UTF-8"),
  INVALID_JSON(HttpStatus.BAD_REQUEST, "invalid-json", "The body is not valid JSON"),
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid-request", "The request breaks the contract"),
  UNKNOWN_TICKET(HttpStatus.NOT_FOUND, "unknown-ticket", "There is no such ticket"),
  UNKNOWN_PATH(HttpStatus.NOT_FOUND, "unknown-path", "There is nothing at this path"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The path has no such method"),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "The accepted media types can't be served"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "The body's type is not taken"),
  KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "idempotency-key-reused",
      "The idempotency key belongs to another problem"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The gateway failed"),
  NOT_TAKEN(HttpStatus.SERVICE_UNAVAILABLE, "not-taken", "The problem could not be taken"),
  READ_MODEL_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "read-model-unavailable", "Tickets can't be read now");

  private static final String TYPES = "urn:workflow-executor:problem:";

  private final HttpStatus status;
  private final String slug;
  private final String title;

  ProblemKind(HttpStatus status, String slug, String title) {
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  /** The HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** The problem type: a URN that never changes. */
  public URI type() {
    return URI.create(TYPES + slug);
  }

  /** The same short sentence for every problem of this kind. */
  public String title() {
    return title;
  }
}
