package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.events.ToolReply;
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
 * Records replies, and doesn't give up: the call was made, and only the recorded reply keeps it
 * from being made again. Thread-safe.
 */
public final class ReplyPublisher {

  private static final Logger log = LoggerFactory.getLogger(ReplyPublisher.class);
  private static final String SOURCE = "executor-tools";
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Producer<String, ToolReply> producer;

  /** A publisher over a producer that waits for all replicas. */
  public ReplyPublisher(Producer<String, ToolReply> producer) {
    this.producer = producer;
  }

  /**
   * Returns when the reply is stored.
   *
   * @param cause the headers of the call's record
   * @throws InterruptedException if the worker is told to end before
   */
  public void publish(ToolReply reply, Headers cause) throws InterruptedException {
    String type = reply.getSchema().getFullName();
    for (int failures = 1; ; failures++) {
      try {
        producer
            .send(
                new ProducerRecord<>(
                    Topic.TOOLS_REPLIES.topicName(),
                    null,
                    reply.getTicketId(),
                    reply,
                    RecordHeaders.forNew(
                        reply.getReplyId(), type, SOURCE, reply.getRepliedAt(), cause)))
            .get();
        return;
      } catch (ExecutionException | KafkaException e) {
        log.error("reply {} isn't stored yet", reply.getReplyId(), e);
        Thread.sleep(BACKOFF.pauseAfter(failures));
      }
    }
  }
}
