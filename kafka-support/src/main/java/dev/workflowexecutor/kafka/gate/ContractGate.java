package dev.workflowexecutor.kafka.gate;

import static dev.workflowexecutor.kafka.gate.AtOnce.atOnce;

import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.serde.SerdeConfig;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gate that a service passes before it takes a record: each contract that it reads or writes
 * has to fit all registered versions, both ways, and the registry has to keep it so.
 *
 * <p>A subject that is written and missing is registered where {@code auto.register.schemas}
 * allows, and one that nobody chose a compatibility level for is held to FULL_TRANSITIVE; else that
 * is a misfit. Nothing is registered while anything doesn't fit. Thread-safe.
 */
public final class ContractGate {

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  private final String service;
  private final Set<Topic> topics;
  private final Set<Topic> written;
  private final Judgement.Policy policy;
  private final SchemaRegistry registry;
  private final RegistryContracts contracts;
  private volatile boolean open;

  /**
   * A gate that is still closed.
   *
   * @param config configuration of a Kafka client with the keys of {@link
   *     dev.workflowexecutor.kafka.serde.AvroSerializer}
   */
  public ContractGate(
      String service, Map<String, ?> config, Collection<Topic> reads, Collection<Topic> writes) {
    this.service = service;
    this.written = Set.copyOf(writes);
    this.topics = EnumSet.noneOf(Topic.class);
    topics.addAll(reads);
    topics.addAll(writes);
    this.policy =
        new Judgement.Policy(
            SerdeConfig.flag(config, SerdeConfig.AUTO_REGISTER, true),
            SerdeConfig.flag(config, SerdeConfig.USE_LATEST, false));
    var impatient = new HashMap<String, Object>(config);
    // The gate itself tries again, and says what it waits for.
    impatient.put(SchemaRegistry.RETRY_TIMEOUT, 1);
    this.registry = SchemaRegistry.connect(impatient);
    this.contracts = new RegistryContracts(registry);
  }

  /** Whether the contracts were found to fit. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Looks until the registry answers, and says from time to time that it doesn't.
   *
   * @throws ContractsRefusedException if a contract doesn't fit
   */
  public void awaitOpen() throws InterruptedException {
    var line = new WaitingLine(service, registry.toString());
    for (int failures = 0; !open; ) {
      switch (look()) {
        case Verdict.Open _ -> line.answered(failures);
        case Verdict.Refused(List<Misfit> misfits) -> throw refusal(misfits);
        case Verdict.Unanswered(String reason) -> {
          line.waits(reason);
          failures++;
          Thread.sleep(BACKOFF.pauseAfter(failures));
        }
      }
    }
  }

  /** The exception that tells people what doesn't fit. */
  public ContractsRefusedException refusal(List<Misfit> misfits) {
    return new ContractsRefusedException(service, registry.toString(), misfits);
  }

  /** Looks once, and opens if everything fits. */
  public Verdict look() throws InterruptedException {
    try {
      List<Judgement> judged = atOnce(topics, this::judge);
      if (misfits(judged).isEmpty()) {
        judged = atOnce(judged, judgement -> judgement.settled(contracts));
      }
      List<Misfit> misfits = misfits(judged);
      open = misfits.isEmpty();
      return open ? new Verdict.Open() : new Verdict.Refused(misfits);
    } catch (RegistryUnavailableException e) {
      return new Verdict.Unanswered(reason(e));
    }
  }

  private Judgement judge(Topic topic) {
    return Judgement.of(contracts, topic, written.contains(topic), policy);
  }

  private static String reason(RegistryUnavailableException fault) {
    return String.valueOf(fault.getCause() == null ? fault.getMessage() : fault.getCause());
  }

  private static List<Misfit> misfits(List<Judgement> judged) {
    return judged.stream().flatMap(judgement -> judgement.misfits().stream()).toList();
  }
}
