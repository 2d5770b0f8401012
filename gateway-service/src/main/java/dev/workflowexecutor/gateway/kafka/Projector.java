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
  private final RefusedRecords refusedRecords;

  Projector(
      RecordDecoder decoder,
      ReadModelSchema schema,
      ReadModelWriter readModel,
      ReadOffsets offsets,
      Outcomes outcomes,
      ProjectorMeters meters,
      RefusedRecords refusedRecords) {
    this.decoder = decoder;
    this.schema = schema;
    this.readModel = readModel;
    this.offsets = offsets;
    this.outcomes = outcomes;
    this.meters = meters;
    this.refusedRecords = refusedRecords;
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
    List<RefusedRecord> refused = new ArrayList<>();
    List<Slice> slices =
        records.partitions().stream().map(p -> slice(p, records, refused)).toList();
    write(slices, refused, records);
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

  private Slice slice(
      TopicPartition partition,
      ConsumerRecords<byte[], byte[]> records,
      List<RefusedRecord> refused) {
    List<Slice.At> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
      Change change =
          switch (decoder.decode(record)) {
            case Decoded.Read(Change read) -> read;
            case Decoded.Refused(RuntimeException fault) -> {
              refused.add(new RefusedRecord(record, fault));
              yield new Change.Nothing();
            }
          };
      changes.add(new Slice.At(record.offset(), change));
    }
    return new Slice(source(partition), changes);
  }

  private void write(
      List<Slice> slices, List<RefusedRecord> refused, ConsumerRecords<byte[], byte[]> records) {
    try {
      write(slices, refused);
    } catch (DataIntegrityViolationException e) {
      log.warn("The database refuses a row of a batch, writing one by one: {}", e.toString());
      for (Slice slice : slices) {
        slice.changes().forEach(at -> writeOne(slice.source(), at, refused, records));
      }
    }
  }

  private void write(List<Slice> slices, List<RefusedRecord> refused) {
    meters.stored(readModel.write(slices, taken -> refusedRecords.keep(thoseOf(taken, refused))));
  }

  private static List<RefusedRecord> thoseOf(
      List<ReadModelWriter.Taken> taken, List<RefusedRecord> refused) {
    return refused.stream()
        .filter(
            it -> taken.stream().anyMatch(slice -> slice.has(it.source(), it.record().offset())))
        .toList();
  }

  private void writeOne(
      Slice.Source source,
      Slice.At at,
      List<RefusedRecord> refused,
      ConsumerRecords<byte[], byte[]> records) {
    try {
      write(List.of(new Slice(source, List.of(at))), refused);
    } catch (DataIntegrityViolationException e) {
      Slice nothing = new Slice(source, List.of(new Slice.At(at.offset(), new Change.Nothing())));
      write(
          List.of(nothing),
          records.records(new TopicPartition(source.topic(), source.partition())).stream()
              .filter(record -> record.offset() == at.offset())
              .map(record -> new RefusedRecord(record, new UnstorableRecordException(e)))
              .toList());
    }
  }

  private static Slice.Source source(TopicPartition partition) {
    return new Slice.Source(partition.topic(), partition.partition());
  }
}
