package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.kafka.boot.EndAfterLateRefusal;
import org.springframework.context.ApplicationListener;

/** What ends the process of a gateway that is a process of its own. */
public final class ProcessEnd {

  private ProcessEnd() {}

  /** Ends it when the registry answers at last and the contracts don't fit. */
  public static ApplicationListener<?> afterLateRefusal() {
    return new EndAfterLateRefusal();
  }
}
