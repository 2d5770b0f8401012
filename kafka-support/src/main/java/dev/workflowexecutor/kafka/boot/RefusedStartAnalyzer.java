package dev.workflowexecutor.kafka.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a refused start told in its own words, without a stack trace. Made by Spring Boot. */
final class RefusedStartAnalyzer extends AbstractFailureAnalyzer<RefusedStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RefusedStartException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Mend what is told above and start it again; it has taken no record.",
        cause);
  }
}
