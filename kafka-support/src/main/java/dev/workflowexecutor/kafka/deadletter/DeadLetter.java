package dev.workflowexecutor.kafka.deadletter;

import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that can't be processed, on its way to {@code <topic>.dlq}: the original bytes and
 * headers, and headers {@code dlq_*} that say where it came from and why it was refused.
 */
public final class DeadLetter {

  /** The topic that the record came from. */
  public static final String TOPIC = "dlq_topic";

  /** The partition that it came from. */
  public static final String PARTITION = "dlq_partition";

  /** Its offset there. */
  public static final String OFFSET = "dlq_offset";

  /** Its timestamp there: milliseconds since the epoch. */
  public static final String TIMESTAMP = "dlq_timestamp";

  /** The reason code, for example {@code CORRUPT_BODY}. */
  public static final String REASON = "dlq_reason";

  /** The service that refused it. */
  public static final String SERVICE = "dlq_service";

  /** The version of that service. */
  public static final String VERSION = "dlq_version";

  /** The exception and its causes, at most 2,000 characters. */
  public static final String EXCEPTION = "dlq_exception";

  /** Only where the record was too large to be copied whole: what of it is left out. */
  public static final String OMITTED = "dlq_omitted";

  /** The reason code of a record that could be read, but whose handler failed for good. */
  public static final String HANDLER_FAILED = "HANDLER_FAILED";

  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_CAUSES = 10;

  private DeadLetter() {}

  /** The dead letter for a refused record, whatever its size. */
  static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause, String service) {
    Headers headers = new RecordHeaders(original.headers().toArray());
    put(headers, TOPIC, original.topic());
    put(headers, PARTITION, Integer.toString(original.partition()));
    put(headers, OFFSET, Long.toString(original.offset()));
    put(headers, TIMESTAMP, Long.toString(original.timestamp()));
    put(headers, REASON, reason);
    put(headers, SERVICE, service);
    put(headers, VERSION, version());
    put(headers, EXCEPTION, describe(cause));
    return new ProducerRecord<>(
        Topic.deadLetterName(original.topic()),
        null,
        original.timestamp() < 0 ? null : original.timestamp(),
        original.key(),
        original.value(),
        headers);
  }

  static void omitted(Headers headers, ConsumerRecord<byte[], byte[]> original) {
    int bytes = original.value() == null ? 0 : original.value().length;
    put(headers, OMITTED, "a value of " + bytes + " bytes; the whole record is at its origin");
  }

  /** The reason code for a failure: that of a {@link Refusal}, else {@link #HANDLER_FAILED}. */
  public static String reason(Throwable failure) {
    return refusal(failure).map(Refusal::reason).orElse(HANDLER_FAILED);
  }

  /** The refusal that a failure is, or that is among its causes. */
  static Optional<Refusal> refusal(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** Replaces, so that a letter that dies again tells its last station. */
  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String version() {
    return Objects.requireNonNullElse(
        DeadLetter.class.getPackage().getImplementationVersion(), "development");
  }

  private static String describe(Throwable failure) {
    var text = new StringBuilder(failure.toString());
    Throwable cause = failure.getCause();
    for (int depth = 1; cause != null && depth < MOST_CAUSES; depth++) {
      text.append("\ncaused by ").append(cause);
      cause = cause.getCause();
    }
    return text.length() <= MOST_CHARACTERS ? text.toString() : text.substring(0, MOST_CHARACTERS);
  }
}
