package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.deadletter.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Keeps dead letters as {@code value:reason}; fails as often as it is told. */
final class RecordedDeadLetters implements DeadLetters {

  private final List<String> letters = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  void failNext(int times) {
    failures.set(times);
  }

  List<String> letters() {
    return letters;
  }

  @Override
  public void publish(ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new KafkaException("not stored");
    }
    letters.add(new String(original.value(), StandardCharsets.UTF_8) + ":" + reason);
  }
}
