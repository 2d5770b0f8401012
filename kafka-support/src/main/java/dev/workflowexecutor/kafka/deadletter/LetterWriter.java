package dev.workflowexecutor.kafka.deadletter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dead letters of one service, none larger than its producer may send: a record that is
 * too large to be put aside would come back for ever. Immutable and thread-safe.
 *
 * <p>Of a record that fills its producer's limit almost (or filled it compressed) the letter has no
 * value; where even the key and the headers are that large, it has none of theirs either. {@link
 * DeadLetter#OMITTED} tells of it, and the record is still where it came from.
 *
 * @param service the name that the letters bear
 * @param largest bytes that a record may have, {@code max.request.size}
 */
public record LetterWriter(String service, int largest) {

  private static final int DEFAULT_LARGEST = 1024 * 1024;
  private static final int OVERHEAD_OF_BATCH = 100;
  private static final int OVERHEAD_OF_HEADER = 10;

  /**
   * A writer for letters that a producer with this configuration sends.
   *
   * @param producerConfig read are {@code max.request.size} and {@code producer.max.request.size},
   *     the first as in a producer's own configuration, the second as in that of Kafka Streams
   */
  public static LetterWriter of(Map<String, ?> producerConfig, String service) {
    Object streams = producerConfig.get("producer." + ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
    Object own =
        streams == null ? producerConfig.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG) : streams;
    return new LetterWriter(
        service, own == null ? DEFAULT_LARGEST : Integer.parseInt(own.toString().strip()));
  }

  /** The dead letter for a refused record. */
  public ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause) {
    var whole = DeadLetter.of(original, reason, cause, service);
    if (fits(whole)) {
      return whole;
    }
    var withoutValue =
        DeadLetter.of(
            reduced(original, original.key(), original.headers()), reason, cause, service);
    DeadLetter.omitted(withoutValue.headers(), original);
    if (fits(withoutValue)) {
      return withoutValue;
    }
    var bare = DeadLetter.of(reduced(original, null, new RecordHeaders()), reason, cause, service);
    DeadLetter.omitted(bare.headers(), original);
    return bare;
  }

  private boolean fits(ProducerRecord<byte[], byte[]> letter) {
    long size = OVERHEAD_OF_BATCH + length(letter.key()) + length(letter.value());
    for (Header header : letter.headers()) {
      // A char takes at most three bytes of UTF-8.
      size += 3L * header.key().length() + length(header.value()) + OVERHEAD_OF_HEADER;
    }
    return size <= largest;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static ConsumerRecord<byte[], byte[]> reduced(
      ConsumerRecord<byte[], byte[]> original, byte @Nullable [] key, Headers headers) {
    return new ConsumerRecord<>(
        original.topic(),
        original.partition(),
        original.offset(),
        original.timestamp(),
        original.timestampType(),
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        key,
        null,
        headers,
        original.leaderEpoch());
  }
}
