package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.deadletter.Floods;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * What becomes of records that the read model leaves out: results are kept as dead letters, because
 * nobody else would; of problems extraction-service keeps them, so they are only counted here.
 */
@Component
final class RefusedRecords implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RefusedRecords.class);
  private static final String SERVICE = "gateway-service";

  private final KafkaProperties kafka;
  private final ProjectorMeters counted;
  private final MeterRegistry meters;
  private final Floods floods = new Floods();
  private @Nullable DeadLetterPublisher letters;

  RefusedRecords(KafkaProperties kafka, ProjectorMeters counted, MeterRegistry meters) {
    this.kafka = kafka;
    this.counted = counted;
    this.meters = meters;
  }

  /**
   * Returns when the results among them are stored as dead letters.
   *
   * @throws KafkaException if one isn't
   */
  void keep(List<RefusedRecord> refused) {
    List<DeadLetterPublisher.Refused> results =
        refused.stream()
            .filter(it -> it.record().topic().equals(Topic.EXECUTIONS_RESULTS.topicName()))
            .map(it -> new DeadLetterPublisher.Refused(it.record(), it.fault()))
            .toList();
    if (!results.isEmpty()) {
      publish(results);
    }
    refused.forEach(this::tell);
  }

  private void publish(List<DeadLetterPublisher.Refused> results) {
    try {
      connected().publishAll(results);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Not before it is needed: the gateway starts also where no broker can be found. */
  private synchronized DeadLetterPublisher connected() {
    if (letters == null) {
      letters = DeadLetterPublisher.connect(kafka.buildProducerProperties(), SERVICE, meters);
    }
    return letters;
  }

  private void tell(RefusedRecord refused) {
    String topic = refused.record().topic();
    String reason = DeadLetter.reason(refused.fault());
    counted.skipped(topic, reason);
    if (!topic.equals(Topic.EXECUTIONS_RESULTS.topicName())) {
      floods
          .next(topic + " " + reason)
          .ifPresent(
              number ->
                  log.warn(
                      "Left out {}-{}@{}, no. {} within a minute: {}",
                      topic,
                      refused.record().partition(),
                      refused.record().offset(),
                      number,
                      reason));
    }
  }

  @Override
  public synchronized void close() {
    if (letters != null) {
      letters.close();
    }
  }
}
