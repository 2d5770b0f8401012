package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterReport;
import dev.workflowexecutor.kafka.deadletter.LetterWriter;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The ways out of the deciding: decisions and dead letters. */
final class Outlets {

  private static final String TYPE = ValidatedDecision.class.getName();

  private final ProcessorContext<Object, Object> context;
  private final Consumer<Decision> decided;
  private final LetterWriter letters;
  private final DeadLetterReport report = new DeadLetterReport();

  Outlets(ProcessorContext<Object, Object> context, Consumer<Decision> decided) {
    this.context = context;
    this.letters = LetterWriter.of(context.appConfigs(), DecisionTopology.SERVICE);
    this.decided = decided;
  }

  /**
   * Sends a decision.
   *
   * @param timestamp the time of the record, which the broker must be able to take
   * @param cause the headers of the intent; null if no intent caused it
   */
  void decide(Decision decision, long timestamp, @Nullable Headers cause) {
    Headers headers =
        RecordHeaders.forNew(
            decision.decisionId(), TYPE, DecisionTopology.SERVICE, decision.decidedAt(), cause);
    context.forward(
        new Record<>(decision.ticketId(), DecisionRecords.decision(decision), timestamp, headers),
        DecisionTopology.DECISIONS);
    decided.accept(decision);
  }

  /** Sends an intent to the dead letters. */
  void refuse(Record<byte[], IncomingIntent> record, RuntimeException why) {
    String reason = DeadLetter.reason(why);
    ConsumerRecord<byte[], byte[]> original = original(record);
    var letter = letters.letter(original, reason, why);
    report.tell(
        Metrics.globalRegistry,
        original.topic(),
        original.partition(),
        original.offset(),
        reason,
        why);
    context.forward(
        new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
        DecisionTopology.DEAD_LETTERS);
  }

  private ConsumerRecord<byte[], byte[]> original(Record<byte[], IncomingIntent> record) {
    Optional<RecordMetadata> place = context.recordMetadata();
    byte[] value = record.value() == null ? null : record.value().bytes();
    return new ConsumerRecord<>(
        place.map(RecordMetadata::topic).orElse(Topic.INTENTS_EXTRACTED.topicName()),
        place.map(RecordMetadata::partition).orElse(0),
        place.map(RecordMetadata::offset).orElse(0L),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        record.key(),
        value,
        record.headers(),
        Optional.empty());
  }
}
