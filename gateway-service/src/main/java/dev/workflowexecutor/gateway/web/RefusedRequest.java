package dev.workflowexecutor.gateway.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem document. Its message is the document's detail: what was expected,
 * what was found and what to do.
 */
public final class RefusedRequest extends RuntimeException {
  private final ProblemKind kind;
  private final @Nullable Duration retryAfter;

  private RefusedRequest(ProblemKind kind, String detail, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** A refusal that the same request will meet again. */
  public static RefusedRequest of(ProblemKind kind, String detail) {
    return new RefusedRequest(kind, detail, null);
  }

  /** A refusal that passes: the same request may succeed after the given time. */
  public static RefusedRequest passing(ProblemKind kind, String detail, Duration retryAfter) {
    return new RefusedRequest(kind, detail, retryAfter);
  }

  /** What went wrong. */
  public ProblemKind kind() {
    return kind;
  }

  /** When to try again, for a refusal that passes. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
