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
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
  // What is published together goes in one batch, for which flush() doesn't wait.
  private static final int LINGER_MS = 1_000;
  private static final int BATCH_BYTES = 1 << 20;

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
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
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
   * not fit the versions that they replace. Nothing is written if anything speaks against one, and
   * followers take them in at once as long as they are less than a MiB.
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
        ? join(together, publishedBy)
        : findings.stream().map(DefinitionsPublisher::refusedOrHeldBack).toList();
  }

  private static Publication refusedOrHeldBack(List<Finding> findings) {
    return findings.isEmpty() ? new Publication.HeldBack() : new Publication.Refused(findings);
  }

  private List<Publication> join(List<Workflow> together, @Nullable String publishedBy) {
    List<Supplier<Publication>> begun =
        together.stream().map(workflow -> write(workflow, publishedBy)).toList();
    producer.flush();
    return begun.stream().map(Supplier::get).toList();
  }

  /** Writes the workflow unless it is there; what it returns tells what came of it. */
  private Supplier<Publication> write(Workflow workflow, @Nullable String publishedBy) {
    if (isThere(workflow)) {
      return Publication.AlreadyThere::new;
    }
    Future<RecordMetadata> written = producer.send(record(workflow, publishedBy));
    return () -> readBack(workflow, offset(workflow, written));
  }

  private Publication readBack(Workflow workflow, long offset) {
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

  private ProducerRecord<String, WorkflowDefinition> record(
      Workflow workflow, @Nullable String publishedBy) {
    Instant now = clock.instant();
    WorkflowDefinition definition = DefinitionCodec.encode(workflow, now, publishedBy);
    String type = WorkflowDefinition.class.getName();
    return new ProducerRecord<>(
        Topic.WORKFLOWS_DEFINITIONS.topicName(),
        null,
        workflow.key(),
        definition,
        RecordHeaders.forNew(definition.getDefinitionId(), type, SOURCE, now, null));
  }

  private static long offset(Workflow workflow, Future<RecordMetadata> written) {
    try {
      return written.get().offset();
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
