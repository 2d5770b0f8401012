package dev.workflowexecutor.kafka.boot;

import org.springframework.context.ApplicationListener;

/**
 * Ends the process of a service whose contracts don't fit, with the exit code of a refused start:
 * for services that are a process of their own.
 */
public final class EndAfterLateRefusal implements ApplicationListener<LateRefusal> {

  @Override
  public void onApplicationEvent(LateRefusal refusal) {
    // The end waits for the thread that found out, so it can't be the one that ends.
    Thread.ofPlatform()
        .name("end after refusal")
        .start(() -> System.exit(RefusedStartException.EXIT_CODE));
  }
}
