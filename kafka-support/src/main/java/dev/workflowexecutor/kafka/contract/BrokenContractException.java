package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.kafka.deadletter.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A record can be read, but breaks what its contract demands: it belongs to the dead letters. */
public final class BrokenContractException extends RuntimeException implements Refusal {

  /** The reason code. */
  public static final String REASON = "BROKEN_CONTRACT";

  private static final long serialVersionUID = 1L;
  private static final int MOST_TOLD = 5;

  /** The fault of a record with these violations. */
  public BrokenContractException(List<Violation> violations) {
    super(told(violations));
  }

  @Override
  public String reason() {
    return REASON;
  }

  private static String told(List<Violation> violations) {
    String first =
        violations.stream()
            .limit(MOST_TOLD)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int more = violations.size() - MOST_TOLD;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
