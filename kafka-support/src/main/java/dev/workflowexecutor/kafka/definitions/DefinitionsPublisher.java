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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes workflows on their topic, after everything published before was read and nothing speaks
 * against it.
 *
 * <p>A publication is one transaction: it is seen whole or not at all. Whoever begins one ends
 * those that were begun elsewhere and aren't committed, and reads what is committed; so of two at
 * once one starts over, and is held against what the other has published. Thread-safe.
 *
 * @see <a
 *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging">KIP-98:
 *     transactions, and how one fences another</a>
 */
public final class DefinitionsPublisher implements AutoCloseable {

  private static final String SOURCE = "definitions-publisher";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 10;

  private final DefinitionsFollower follower;
  private final Map<String, Object> producerConfig;
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
    producerConfig = new HashMap<>(clientConfig);
    producerConfig.put(ProducerConfig.ACKS_CONFIG, "all");
    producerConfig.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producerConfig.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, Topic.WORKFLOWS_DEFINITIONS.topicName());
    follower = new DefinitionsFollower(clientConfig);
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
   * @throws KafkaException if they couldn't be written, and then none is, or if others went on
   *     publishing in between
   */
  public synchronized List<Publication> publish(
      List<Workflow> together, @Nullable String publishedBy) {
    for (int attempt = 1; ; attempt++) {
      try {
        return publishOnce(together, publishedBy);
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        if (attempt == ATTEMPTS) {
          throw new KafkaException(
              "others published in between %d times; nothing is written".formatted(ATTEMPTS), e);
        }
      }
    }
  }

  private List<Publication> publishOnce(List<Workflow> together, @Nullable String publishedBy) {
    try (Producer<String, WorkflowDefinition> producer = connect()) {
      producer.initTransactions();
      awaitRead(follower.awaitEnd(TIMEOUT), "The published definitions couldn't be read");
      List<List<Finding>> findings = findings(together);
      if (!findings.stream().allMatch(List::isEmpty)) {
        return findings.stream().map(DefinitionsPublisher::refusedOrHeldBack).toList();
      }
      Set<Workflow> missing = new LinkedHashSet<>(together);
      missing.removeIf(this::isThere);
      write(producer, missing, publishedBy);
      return together.stream().map(workflow -> published(workflow, missing)).toList();
    }
  }

  private Producer<String, WorkflowDefinition> connect() {
    return new KafkaProducer<>(
        producerConfig, new StringSerializer(), ConfiguredSerdes.serializer(producerConfig));
  }

  private List<List<Finding>> findings(List<Workflow> together) {
    PublicationCheck check = new PublicationCheck(follower.catalog(), together);
    return together.stream().map(check::against).toList();
  }

  private static Publication refusedOrHeldBack(List<Finding> findings) {
    return findings.isEmpty() ? new Publication.HeldBack() : new Publication.Refused(findings);
  }

  /** Writes them in one transaction, and waits until they are read back. */
  private void write(
      Producer<String, WorkflowDefinition> producer,
      Set<Workflow> workflows,
      @Nullable String publishedBy) {
    if (workflows.isEmpty()) {
      return;
    }
    Map<Workflow, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    producer.beginTransaction();
    try {
      workflows.forEach(it -> sent.put(it, producer.send(record(it, publishedBy))));
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw e;
    } catch (TimeoutException e) {
      throw new TimeoutException(
          "no answer tells whether they are published; publish again, which changes nothing if they"
              + " are",
          e);
    } catch (KafkaException e) {
      throw notWritten(producer, sent, e);
    }
    long last = sent.values().stream().mapToLong(it -> it.resultNow().offset()).max().orElseThrow();
    awaitRead(follower.awaitRead(last, TIMEOUT), "They are published, but couldn't be read back");
  }

  /** Takes the transaction back, and tells of the workflow that failed first. */
  private static KafkaException notWritten(
      Producer<?, ?> producer, Map<Workflow, Future<RecordMetadata>> sent, KafkaException failure) {
    // Before the transaction is taken back, as that fails the others too.
    String reason =
        sent.entrySet().stream()
            .filter(it -> it.getValue().state() == Future.State.FAILED)
            .map(it -> it.getKey().key() + ": " + it.getValue().exceptionNow().getMessage())
            .findFirst()
            .orElse(String.valueOf(failure.getMessage()));
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      failure.addSuppressed(e);
    }
    return new KafkaException("nothing is published: " + reason, failure);
  }

  private static void awaitRead(boolean read, String otherwise) {
    if (!read) {
      throw new TimeoutException(otherwise + " within " + TIMEOUT.toSeconds() + " s");
    }
  }

  private Publication published(Workflow workflow, Set<Workflow> written) {
    if (!written.contains(workflow)) {
      return new Publication.AlreadyThere();
    }
    if (isThere(workflow)) {
      return new Publication.Published();
    }
    throw new KafkaException(workflow.key() + " was rejected: " + rejection(workflow));
  }

  private boolean isThere(Workflow workflow) {
    Optional<Workflow> known = follower.catalog().find(workflow.name(), workflow.version());
    return known.filter(there -> there.hash().equals(workflow.hash())).isPresent();
  }

  private String rejection(Workflow workflow) {
    return follower.rejected().reversed().stream()
        .filter(rejected -> rejected.key().equals(workflow.key()))
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

  @Override
  public void close() {
    follower.close();
  }
}
