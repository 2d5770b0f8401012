package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.ticket.Change;
import dev.workflowexecutor.gateway.ticket.ReadModelSchema;
import dev.workflowexecutor.gateway.ticket.ReadModelWriter;
import dev.workflowexecutor.gateway.ticket.ReadOffsets;
import dev.workflowexecutor.gateway.ticket.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Brings problems and results into the read model, each once, and then hands the outcomes to
 * whoever waits for them still. Reads on from the offsets that are stored with the rows.
 */
@Component
final class Projector implements RecordSink {
  private static final Logger log = LoggerFactory.getLogger(Projector.class);

  private final RecordDecoder decoder;
  private final ReadModelSchema schema;
  private final ReadModelWriter readModel;
  private final ReadOffsets offsets;
  private final Outcomes outcomes;
  private final ProjectorMeters meters;

  Projector(
      RecordDecoder decoder,
      ReadModelSchema schema,
      ReadModelWriter readModel,
      ReadOffsets offsets,
      Outcomes outcomes,
      ProjectorMeters meters) {
    this.decoder = decoder;
    this.schema = schema;
    this.readModel = readModel;
    this.offsets = offsets;
    this.outcomes = outcomes;
    this.meters = meters;
  }

  @Override
  public void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    schema.require();
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long from = first.getOrDefault(partition, 0L);
      OptionalLong stored = offsets.next(source(partition));
      consumer.seek(
          partition,
          stored.isEmpty()
              ? from
              : within(partition, stored.getAsLong(), from, end.getOrDefault(partition, from)));
    }
  }

  /** The stored offset, or the beginning where the topic has lost what follows it. */
  private long within(TopicPartition partition, long stored, long first, long end) {
    if (stored > end) {
      log.warn("{} ends at {}, before offset {}: read from its start", partition, end, stored);
      offsets.restart(source(partition), stored, first);
      return first;
    }
    if (stored < first && stored > 0) {
      log.warn("{} has lost the records from {} to {}", partition, stored, first);
    }
    return Math.max(stored, first);
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    List<Slice> slices = records.partitions().stream().map(p -> slice(p, records)).toList();
    write(slices);
    for (Slice slice : slices) {
      for (Slice.At at : slice.changes()) {
        if (at.change() instanceof Change.Completed(Outcome outcome)) {
          outcomes.stored(outcome);
        }
      }
    }
  }

  @Override
  public void looked(Consumer<byte[], byte[]> consumer) {
    meters.lag(
        consumer.assignment().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum());
  }

  private Slice slice(TopicPartition partition, ConsumerRecords<byte[], byte[]> records) {
    List<Slice.At> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
      Change change = decoder.decode(record.topic(), record.value());
      if (change instanceof Change.Unreadable(String reason)) {
        skipped(partition, record.offset(), reason);
      }
      changes.add(new Slice.At(record.offset(), change));
    }
    return new Slice(source(partition), changes);
  }

  private void write(List<Slice> slices) {
    try {
      meters.stored(readModel.write(slices));
    } catch (DataIntegrityViolationException e) {
      log.warn("The database refuses a row of a batch, writing one by one: {}", e.toString());
      slices.forEach(slice -> slice.changes().forEach(at -> writeOne(slice.source(), at)));
    }
  }

  private void writeOne(Slice.Source source, Slice.At at) {
    try {
      meters.stored(readModel.write(List.of(new Slice(source, List.of(at)))));
    } catch (DataIntegrityViolationException e) {
      skipped(new TopicPartition(source.topic(), source.partition()), at.offset(), e.toString());
      Change nothing = new Change.Unreadable("the database refuses it");
      readModel.write(List.of(new Slice(source, List.of(new Slice.At(at.offset(), nothing)))));
    }
  }

  private void skipped(TopicPartition partition, long offset, String reason) {
    log.warn("Skipped the record at {}@{}: {}", partition, offset, reason);
    meters.skipped(partition.topic());
  }

  private static Slice.Source source(TopicPartition partition) {
    return new Slice.Source(partition.topic(), partition.partition());
  }
}
