package dev.workflowexecutor.containers;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits for nothing: several containers are started before the first one is waited for. */
final class AtOnce extends AbstractWaitStrategy {

  @Override
  protected void waitUntilReady() {}
}
