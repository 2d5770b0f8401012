package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.kafka.deadletter.Refusal;
import org.jspecify.annotations.Nullable;

/** An intent keeps its contract, but can't be decided about as it should be. */
final class RefusedIntentException extends RuntimeException implements Refusal {

  private static final long serialVersionUID = 1L;

  private final String reason;

  private RefusedIntentException(String reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static RefusedIntentException decidingFailed(String problemId, RuntimeException cause) {
    return new RefusedIntentException(
        "DECIDING_FAILED", "deciding about the problem " + problemId + " failed: " + cause, cause);
  }

  static RefusedIntentException ticketUnreadable(String ticketId, String why) {
    return new RefusedIntentException(
        "TICKET_UNREADABLE",
        "the ticket " + ticketId + " begins anew, since it can't be read: " + why,
        null);
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean isOurFault() {
    return true;
  }
}
