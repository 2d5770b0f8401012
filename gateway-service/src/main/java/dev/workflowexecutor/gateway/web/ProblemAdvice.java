package dev.workflowexecutor.gateway.web;

import dev.workflowexecutor.gateway.config.GatewayProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that ends a request early into a problem document. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Duration retryAfter;

  ProblemAdvice(GatewayProperties properties) {
    this.retryAfter = properties.retryAfter();
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(RefusedRequest refusal, HttpServletRequest request) {
    return answer(refusal.kind(), detail(refusal), refusal.retryAfter(), request);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> readModelUnavailable(Exception fault, HttpServletRequest request) {
    if (fault instanceof DataAccessResourceFailureException
        || fault instanceof TransientDataAccessException) {
      // The projector has said so already, once.
      log.debug("No database for {}: {}", request.getRequestURI(), fault.toString());
    } else {
      log.error("Can't read the read model for {}", request.getRequestURI(), fault);
    }
    return answer(
        ProblemKind.READ_MODEL_UNAVAILABLE,
        "Expected the gateway's database to answer, found that it doesn't; try again in %d s."
                .formatted(retryAfter.toSeconds())
            + " Problems are still taken.",
        Optional.of(retryAfter),
        request);
  }

  /** Whoever has gone needs no answer. */
  @ExceptionHandler
  void clientGone(IOException fault, HttpServletRequest request) {
    log.debug("The client of {} has gone: {}", request.getRequestURI(), fault.toString());
  }

  @ExceptionHandler
  ResponseEntity<Object> internal(Exception fault, HttpServletRequest request) {
    log.error("Failed on {} {}", request.getMethod(), request.getRequestURI(), fault);
    return answer(
        ProblemKind.INTERNAL,
        "Found a fault in the gateway, and its log has the cause; try again, and if it stays tell"
            + " the operator the time and the path.",
        Optional.empty(),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest http = ((ServletWebRequest) request).getRequest();
    FrameworkRefusal refusal = FrameworkRefusal.of(fault, status, http);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDocument.of(refusal, status, http.getRequestURI()));
  }

  private static ResponseEntity<Object> answer(
      ProblemKind kind, String detail, Optional<Duration> retryAfter, HttpServletRequest request) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(kind.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    retryAfter.ifPresent(
        time -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds())));
    return answer.body(ProblemDocument.of(kind, kind.status(), detail, request.getRequestURI()));
  }

  private static String detail(RefusedRequest refusal) {
    String message = refusal.getMessage();
    return message == null ? refusal.kind().title() : message;
  }
}
