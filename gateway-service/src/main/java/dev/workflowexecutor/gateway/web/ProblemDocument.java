package dev.workflowexecutor.gateway.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpStatusCode;

/**
 * A problem document: the body of every answer that isn't a success.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@Schema(name = "Problem", description = "What went wrong, after RFC 9457.")
public record ProblemDocument(
    @Schema(
            description = "The problem's stable type.",
            example = "urn:workflow-executor:problem:invalid-request")
        URI type,
    @Schema(description = "The type in words.", example = "The request breaks the contract")
        String title,
    @Schema(description = "The HTTP status.", example = "400") int status,
    @Schema(
            description = "What was expected, what was found and what to do.",
            example = "text: expected at most 10000 characters, found 100000; shorten the text.")
        String detail,
    @Schema(description = "The path of the request.", example = "/v1/problems") URI instance) {

  static ProblemDocument of(ProblemKind kind, HttpStatusCode status, String detail, String path) {
    return new ProblemDocument(kind.type(), kind.title(), status.value(), detail, instance(path));
  }

  static ProblemDocument of(FrameworkRefusal refusal, HttpStatusCode status, String path) {
    return of(refusal.kind(), status, refusal.detail(), path);
  }

  /** What Tomcat takes for a path need not be one. */
  private static URI instance(String path) {
    try {
      return new URI(path);
    } catch (URISyntaxException e) {
      return URI.create("/");
    }
  }
}
