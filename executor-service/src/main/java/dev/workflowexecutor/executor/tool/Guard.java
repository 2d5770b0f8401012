package dev.workflowexecutor.executor.tool;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.TimeUnit;

/** What stands before one tool: a circuit breaker and a bound on calls at once. Thread-safe. */
final class Guard {

  /** An attempt that may be interrupted. */
  @FunctionalInterface
  interface Attempting {
    Attempt attempt() throws InterruptedException;
  }

  private static final int HALF_OPEN_CALLS = 3;

  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  Guard(String tool, int concurrency, ToolLimits limits) {
    this.breaker =
        CircuitBreaker.of(
            tool,
            CircuitBreakerConfig.custom()
                .failureRateThreshold(limits.breakerFailureRate())
                .slidingWindowSize(limits.breakerWindow())
                .minimumNumberOfCalls(limits.breakerWindow())
                .waitDurationInOpenState(limits.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
                .build());
    this.bulkhead =
        Bulkhead.of(
            tool,
            BulkheadConfig.custom()
                .maxConcurrentCalls(concurrency)
                .maxWaitDuration(limits.longestWait())
                .fairCallHandlingStrategyEnabled(true)
                .build());
  }

  /** Lets an attempt through when it is its turn, or holds it. */
  Attempt attempt(Attempting attempting) throws InterruptedException {
    if (!bulkhead.tryAcquirePermission()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while the tool was busy");
      }
      return new Attempt.Held("the tool is busy with other calls");
    }
    try {
      return breaker.tryAcquirePermission()
          ? observed(attempting)
          : new Attempt.Held("the circuit breaker is open");
    } finally {
      bulkhead.onComplete();
    }
  }

  private Attempt observed(Attempting attempting) throws InterruptedException {
    long begin = System.nanoTime();
    boolean recorded = false;
    try {
      Attempt attempt = attempting.attempt();
      record(attempt, System.nanoTime() - begin);
      recorded = true;
      return attempt;
    } finally {
      if (!recorded) {
        breaker.releasePermission();
      }
    }
  }

  private void record(Attempt attempt, long nanos) {
    if (attempt.isHealthy()) {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, new UnhealthyToolException(attempt.toString()));
    }
  }

  /** What the breaker is told about an attempt that failed. */
  private static final class UnhealthyToolException extends Exception {

    private static final long serialVersionUID = 1L;

    UnhealthyToolException(String message) {
      super(message);
    }
  }
}
