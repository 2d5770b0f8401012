package dev.workflowexecutor.extraction.kafka;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.kafka.concurrent.PassingFaults;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what was read. While broker or registry don't answer it tries again by itself, so that no
 * model is asked twice because of them. Thread-safe.
 */
final class IntentPublisher {

  private static final Logger log = LoggerFactory.getLogger(IntentPublisher.class);
  private static final String SOURCE = "extraction-service";
  private static final String TYPE = ExtractedIntent.getClassSchema().getFullName();
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Producer<String, ExtractedIntent> producer;

  IntentPublisher(Producer<String, ExtractedIntent> producer) {
    this.producer = producer;
  }

  /**
   * Returns when the intent is stored.
   *
   * @param cause the headers of the problem's record
   * @throws KafkaException if it can't be stored, for a reason that doesn't pass
   * @throws InterruptedException if the service is told to end before
   */
  void publish(ExtractedIntent intent, Headers cause) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        producer.send(record(intent, cause)).get();
        return;
      } catch (ExecutionException | KafkaException e) {
        if (!PassingFaults.isPassing(e)) {
          throw new KafkaException("intent " + intent.getIntentId() + " can't be stored", e);
        }
        log.warn("intent {} isn't stored yet: {}", intent.getIntentId(), e.toString());
        Thread.sleep(BACKOFF.pauseAfter(failures));
      }
    }
  }

  private static ProducerRecord<String, ExtractedIntent> record(
      ExtractedIntent intent, Headers cause) {
    return new ProducerRecord<>(
        Topic.INTENTS_EXTRACTED.topicName(),
        null,
        intent.getTicketId(),
        intent,
        RecordHeaders.forNew(intent.getIntentId(), TYPE, SOURCE, intent.getExtractedAt(), cause));
  }
}
