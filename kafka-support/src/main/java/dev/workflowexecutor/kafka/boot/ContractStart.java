package dev.workflowexecutor.kafka.boot;

import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.gate.ContractsRefusedException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a service's start: nothing that takes records is started before its contracts
 * were found to fit, however long the registry doesn't answer.
 */
public final class ContractStart implements SmartLifecycle {

  /** Before everything that takes records. */
  public static final int PHASE = -1000;

  private final ContractGate gate;
  private volatile boolean running;

  public ContractStart(ContractGate gate) {
    this.gate = gate;
  }

  /**
   * Waits until the gate is open.
   *
   * @throws RefusedStartException if a contract doesn't fit, or if the application is ended before
   *     the registry answered
   */
  @Override
  public void start() {
    try (ExecutorService looking = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> open =
          looking.submit(
              () -> {
                gate.awaitOpen();
                return null;
              });
      await(open);
      running = true;
    }
  }

  /**
   * Waits without a limit: Spring interrupts a start that does when the application is to end, and
   * would itself wait for one that sleeps.
   */
  private static void await(Future<?> open) {
    try {
      open.get();
    } catch (ExecutionException e) {
      throw refusal(e);
    } catch (InterruptedException e) {
      open.cancel(true);
      throw new RefusedStartException("ended while it waited for the schema registry", e);
    }
  }

  private static RuntimeException refusal(ExecutionException fault) {
    return switch (fault.getCause()) {
      case ContractsRefusedException refused -> new RefusedStartException(refused);
      case RuntimeException other -> other;
      case null, default -> new IllegalStateException(fault);
    };
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
