package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.kafka.boot.ContractStart;
import dev.workflowexecutor.kafka.boot.LateRefusal;
import dev.workflowexecutor.kafka.boot.RefusedStartException;
import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.gate.Misfit;
import dev.workflowexecutor.kafka.gate.Verdict;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The gateway's contracts, checked before it takes a problem or follows a topic. While the registry
 * doesn't answer it starts nevertheless, shows tickets and takes no problem.
 */
@Component
final class GatewayContracts implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(GatewayContracts.class);
  private static final String UNANSWERED = "the schema registry doesn't answer";

  private final ContractGate gate;
  private final ApplicationEventPublisher events;
  private volatile boolean running;
  private volatile String closed = UNANSWERED;

  GatewayContracts(KafkaProperties kafka, ApplicationEventPublisher events) {
    this.gate =
        new ContractGate(
            "gateway-service",
            kafka.buildProducerProperties(),
            List.of(Topic.EXECUTIONS_RESULTS),
            List.of(Topic.PROBLEMS_RAW));
    this.events = events;
  }

  @Override
  public void start() {
    running = true;
    switch (look()) {
      case Verdict.Open _ -> {}
      case Verdict.Refused(List<Misfit> misfits) ->
          throw new RefusedStartException(gate.refusal(misfits));
      case Verdict.Unanswered(String reason) ->
          log.warn("{}, so no problem is taken until it does: {}", UNANSWERED, reason);
    }
  }

  /** Why no problem may be taken yet; empty if the contracts fit. */
  Optional<String> closedBecause() {
    return gate.isOpen() ? Optional.empty() : Optional.of(closed);
  }

  /** Makes sure that the contracts fit, or throws because they don't or nobody knows. */
  synchronized void require() {
    if (gate.isOpen()) {
      return;
    }
    switch (look()) {
      case Verdict.Open _ -> log.info("The schema registry answers and the contracts fit");
      case Verdict.Refused(List<Misfit> misfits) -> throw refuse(misfits);
      case Verdict.Unanswered(String reason) ->
          throw new IllegalStateException(UNANSWERED + ": " + reason);
    }
  }

  private RefusedStartException refuse(List<Misfit> misfits) {
    RefusedStartException refusal = new RefusedStartException(gate.refusal(misfits));
    if (closed.equals(UNANSWERED)) {
      closed = "its contracts don't fit the schema registry";
      log.error("{}", refusal.getMessage());
      events.publishEvent(new LateRefusal(this));
    }
    return refusal;
  }

  private Verdict look() {
    try {
      return gate.look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Unanswered("the gateway is shutting down");
    }
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
    return ContractStart.PHASE;
  }
}
