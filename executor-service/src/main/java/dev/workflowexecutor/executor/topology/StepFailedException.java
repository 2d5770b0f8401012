package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.kafka.deadletter.Refusal;

/** A record is as its contract says, but carrying it out fails, now and later. */
final class StepFailedException extends RuntimeException implements Refusal {

  private static final long serialVersionUID = 1L;

  StepFailedException(Throwable cause) {
    super("the step failed: " + cause, cause);
  }

  @Override
  public String reason() {
    return "STEP_FAILED";
  }

  @Override
  public boolean isOurFault() {
    return true;
  }
}
