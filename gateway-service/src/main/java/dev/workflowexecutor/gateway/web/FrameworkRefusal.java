package dev.workflowexecutor.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** A refusal by Spring MVC or the servlet container, said in the gateway's words. */
record FrameworkRefusal(ProblemKind kind, String detail) {
  private static final String PATHS =
      "/v1/problems, /v1/tickets/{ticketId}, /v1/tickets/{ticketId}/events, /v1/outcomes/events,"
          + " /v3/api-docs or /actuator/health";

  static FrameworkRefusal of(Exception fault, HttpStatusCode status, HttpServletRequest request) {
    return switch (fault) {
      case HttpRequestMethodNotSupportedException e -> method(e);
      case HttpMediaTypeNotSupportedException e -> mediaType(e.getContentType(), request);
      case HttpMediaTypeNotAcceptableException e ->
          notAcceptable(e.getSupportedMediaTypes(), request);
      default -> of(status, request.getRequestURI());
    };
  }

  /** The refusal that a bare status means, where nothing more is known. */
  static FrameworkRefusal of(HttpStatusCode status, String path) {
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
      return new FrameworkRefusal(
          ProblemKind.UNKNOWN_PATH,
          "Expected %s, found %s; correct the path.".formatted(PATHS, path));
    }
    return Arrays.stream(ProblemKind.values())
        .filter(kind -> kind.status().isSameCodeAs(status))
        .filter(kind -> kind != ProblemKind.INVALID_ENCODING && kind != ProblemKind.INVALID_JSON)
        .findFirst()
        .map(FrameworkRefusal::unexplained)
        .orElseGet(() -> unexplained(general(status)));
  }

  private static ProblemKind general(HttpStatusCode status) {
    return status.is4xxClientError() ? ProblemKind.INVALID_REQUEST : ProblemKind.INTERNAL;
  }

  private static FrameworkRefusal unexplained(ProblemKind kind) {
    String detail =
        kind.status().is4xxClientError()
            ? "Expected a well-formed HTTP request as /v3/api-docs describes it, found one that"
                + " can't be read; correct the request line, the headers or the body."
            : "Found a fault in the gateway, and its log has the cause; try again later.";
    return new FrameworkRefusal(kind, detail);
  }

  private static FrameworkRefusal method(HttpRequestMethodNotSupportedException e) {
    String[] supported = e.getSupportedMethods();
    return new FrameworkRefusal(
        ProblemKind.METHOD_NOT_ALLOWED,
        "Expected %s, found %s; use the expected method."
            .formatted(
                supported == null ? "another method" : String.join(" or ", supported),
                e.getMethod()));
  }

  private static FrameworkRefusal mediaType(@Nullable MediaType found, HttpServletRequest request) {
    String header = request.getContentType();
    return new FrameworkRefusal(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
        "Expected Content-Type: application/json, found %s; send JSON and say so."
            .formatted(header == null ? "none" : found == null ? "'" + header + "'" : found));
  }

  private static FrameworkRefusal notAcceptable(
      List<MediaType> supported, HttpServletRequest request) {
    return new FrameworkRefusal(
        ProblemKind.NOT_ACCEPTABLE,
        "Expected an Accept header that allows %s, found '%s'; accept one of them."
            .formatted(
                supported.stream().map(MediaType::toString).collect(Collectors.joining(" or ")),
                request.getHeader("Accept")));
  }
}
