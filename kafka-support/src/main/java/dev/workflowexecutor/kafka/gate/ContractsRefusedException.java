package dev.workflowexecutor.kafka.gate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A service may not start: its contracts and the registry don't fit together. The message is for
 * people, with a line for each misfit.
 */
public final class ContractsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Misfit> misfits;

  ContractsRefusedException(String service, String registry, List<Misfit> misfits) {
    super(
        misfits.stream()
            .map(misfit -> "\n  " + misfit.message())
            .collect(
                Collectors.joining(
                    "",
                    "%s can't start: its contracts don't fit what the registry %s holds"
                        .formatted(service, registry),
                    "")));
    this.misfits = List.copyOf(misfits);
  }

  /** What doesn't fit, in the order of the topics. */
  public List<Misfit> misfits() {
    return misfits;
  }
}
