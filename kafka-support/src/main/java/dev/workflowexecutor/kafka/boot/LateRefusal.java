package dev.workflowexecutor.kafka.boot;

import org.springframework.context.ApplicationEvent;

/** A service that runs without its contracts checked has found that they don't fit. */
public final class LateRefusal extends ApplicationEvent {

  private static final long serialVersionUID = 1L;

  /**
   * The refusal of a service.
   *
   * @param source the part of the service that waits for its contracts
   */
  public LateRefusal(Object source) {
    super(source);
  }
}
