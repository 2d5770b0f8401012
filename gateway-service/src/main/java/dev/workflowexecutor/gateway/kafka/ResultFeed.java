package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.ticket.Change;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Reads results from now on and hands them to whoever waits, at once and without the database. Its
 * places are kept in memory: what it misses over a restart is the projector's to tell.
 */
@Component
final class ResultFeed implements RecordSink {
  private final RecordDecoder decoder;
  private final Outcomes outcomes;
  private final InstantSource clock;
  private final Timer latency;
  private final Map<TopicPartition, Long> places = new HashMap<>();

  ResultFeed(RecordDecoder decoder, Outcomes outcomes, InstantSource clock, MeterRegistry meters) {
    this.decoder = decoder;
    this.outcomes = outcomes;
    this.clock = clock;
    this.latency =
        Timer.builder("workflow.gateway.end.to.end")
            .description("From the submission of a problem to its outcome being read here")
            .publishPercentileHistogram()
            .maximumExpectedValue(Duration.ofMinutes(2))
            .register(meters);
  }

  @Override
  public void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    boolean first = places.isEmpty();
    List<TopicPartition> added =
        partitions.stream().filter(partition -> !places.containsKey(partition)).toList();
    // A partition that came later holds nothing from before.
    Map<TopicPartition, Long> start =
        first ? consumer.endOffsets(added) : consumer.beginningOffsets(added);
    places.putAll(start);
    partitions.forEach(partition -> consumer.seek(partition, place(partition)));
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (decoder.decode(record) instanceof Decoded.Read(Change.Completed(Outcome outcome))
          && outcomes.live(outcome)) {
        Duration taken = Duration.between(outcome.submittedAt(), clock.instant());
        latency.record(taken.isNegative() ? Duration.ZERO : taken);
      }
      places.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
  }

  private long place(TopicPartition partition) {
    return places.getOrDefault(partition, 0L);
  }
}
