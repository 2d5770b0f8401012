package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.finding.Finding;
import dev.workflowexecutor.workflow.live.PublicationCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes workflows on their topic, after everything published before was read and nothing speaks
 * against it.
 *
 * <p>Of two that publish at once the first record wins: each reads its own record back, and the
 * second is told that it was refused. Thread-safe.
 */
public final class DefinitionsPublisher implements AutoCloseable {

  private static final String SOURCE = "definitions-publisher";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final DefinitionsFollower follower;
  private final Producer<String, WorkflowDefinition> producer;
  private final Clock clock;

  /**
   * A publisher that begins to read the topic at once.
   *
   * @param clientConfig configuration of a Kafka client with {@code bootstrap.servers} and the keys
   *     of {@link ConfiguredSerdes}
   */
  public DefinitionsPublisher(Map<String, Object> clientConfig) {
    this(clientConfig, Clock.systemUTC());
  }

  /** The same with another clock for {@code publishedAt}. */
  public DefinitionsPublisher(Map<String, Object> clientConfig, Clock clock) {
    this.clock = clock;
    var config = new HashMap<>(clientConfig);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    this.producer =
        new KafkaProducer<>(config, new StringSerializer(), ConfiguredSerdes.serializer(config));
    this.follower = new DefinitionsFollower(clientConfig);
    follower.start();
  }

  /**
   * Publishes the workflow under the key {@code workflow@version}.
   *
   * @param publishedBy who does, for the audit; null if nobody knows
   * @throws TimeoutException if the topic couldn't be read to its end within a minute
   * @throws KafkaException if the record couldn't be written
   */
  public Publication publish(Workflow workflow, @Nullable String publishedBy) {
    return publish(List.of(workflow), publishedBy).getFirst();
  }

  /**
   * Publishes workflows together, in this order: tool contracts that change for all of them need
   * not fit the versions that they replace. Nothing is written if anything speaks against one.
   *
   * @param publishedBy who does, for the audit; null if nobody knows
   * @return what came of each, in the same order
   * @throws TimeoutException if the topic couldn't be read to its end within a minute
   * @throws KafkaException if a record couldn't be written; earlier ones are published
   */
  public synchronized List<Publication> publish(
      List<Workflow> together, @Nullable String publishedBy) {
    if (!follower.awaitCaughtUp(TIMEOUT)) {
      throw new TimeoutException("The published definitions couldn't be read within " + TIMEOUT);
    }
    PublicationCheck check = new PublicationCheck(follower.catalog(), together);
    List<List<Finding>> findings = together.stream().map(check::against).toList();
    return findings.stream().allMatch(List::isEmpty)
        ? together.stream().map(workflow -> join(workflow, publishedBy)).toList()
        : findings.stream().map(DefinitionsPublisher::refusedOrHeldBack).toList();
  }

  private static Publication refusedOrHeldBack(List<Finding> findings) {
    return findings.isEmpty() ? new Publication.HeldBack() : new Publication.Refused(findings);
  }

  private Publication join(Workflow workflow, @Nullable String publishedBy) {
    if (isThere(workflow)) {
      return new Publication.AlreadyThere();
    }
    long offset = write(workflow, publishedBy);
    if (!follower.awaitRead(offset, TIMEOUT)) {
      throw new TimeoutException(workflow.key() + " was written, but not read back");
    }
    return isThere(workflow)
        ? new Publication.Published()
        : new Publication.Refused(refusal(workflow, offset));
  }

  private boolean isThere(Workflow workflow) {
    Optional<Workflow> known = follower.catalog().find(workflow.name(), workflow.version());
    return known.filter(there -> there.hash().equals(workflow.hash())).isPresent();
  }

  private List<Finding> refusal(Workflow workflow, long offset) {
    List<Finding> conflicts = follower.catalog().conflicts(workflow);
    if (conflicts.isEmpty()) {
      throw new KafkaException(workflow.key() + " was rejected: " + rejection(offset));
    }
    return conflicts;
  }

  private String rejection(long offset) {
    return follower.rejected().stream()
        .filter(rejected -> rejected.offset() == offset)
        .map(RejectedDefinition::reason)
        .findFirst()
        .orElse("no reason known");
  }

  private long write(Workflow workflow, @Nullable String publishedBy) {
    Instant now = clock.instant();
    WorkflowDefinition definition = DefinitionCodec.encode(workflow, now, publishedBy);
    String type = WorkflowDefinition.class.getName();
    var record =
        new ProducerRecord<>(
            Topic.WORKFLOWS_DEFINITIONS.topicName(),
            null,
            workflow.key(),
            definition,
            RecordHeaders.forNew(definition.getDefinitionId(), type, SOURCE, now, null));
    try {
      return producer.send(record).get().offset();
    } catch (ExecutionException e) {
      throw new KafkaException(workflow.key() + " couldn't be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    follower.close();
  }
}
