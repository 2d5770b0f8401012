package dev.workflowexecutor.kafka.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final byte[] KEY = {1};
  private static final byte[] VALUE = {2, 3};

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private static ConsumerRecord<byte[], byte[]> original() {
    Headers headers = new RecordHeaders().add("traceparent", new byte[] {9});
    return new ConsumerRecord<>(
        "t",
        3,
        42L,
        1_700_000_000_000L,
        TimestampType.CREATE_TIME,
        1,
        2,
        KEY,
        VALUE,
        headers,
        Optional.empty());
  }

  private static String text(ProducerRecord<byte[], byte[]> letter, String header) {
    return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  @Test
  void keepsTheOriginalBytesHeadersAndTime() {
    var letter = DeadLetter.of(original(), "WHY", new IllegalStateException("x"), "service");

    assertThat(letter.topic()).isEqualTo("t.dlq");
    assertThat(letter.key()).isSameAs(KEY);
    assertThat(letter.value()).isSameAs(VALUE);
    assertThat(letter.timestamp()).isEqualTo(1_700_000_000_000L);
    assertThat(letter.headers().lastHeader("traceparent").value()).containsExactly(9);
  }

  @Test
  void saysWhereTheRecordCameFromAndWhyItWasRefused() {
    var cause = new IllegalStateException("outer", new IllegalArgumentException("inner"));
    var letter = DeadLetter.of(original(), "WHY", cause, "service");

    assertThat(text(letter, DeadLetter.TOPIC)).isEqualTo("t");
    assertThat(text(letter, DeadLetter.PARTITION)).isEqualTo("3");
    assertThat(text(letter, DeadLetter.OFFSET)).isEqualTo("42");
    assertThat(text(letter, DeadLetter.TIMESTAMP)).isEqualTo("1700000000000");
    assertThat(text(letter, DeadLetter.REASON)).isEqualTo("WHY");
    assertThat(text(letter, DeadLetter.SERVICE)).isEqualTo("service");
    assertThat(text(letter, DeadLetter.VERSION)).isNotBlank();
    assertThat(text(letter, DeadLetter.EXCEPTION)).contains("outer", "caused by", "inner");
  }

  @Test
  void boundsTheDescriptionOfTheException() {
    var letter = DeadLetter.of(original(), "WHY", new RuntimeException("x".repeat(9_999)), "s");

    assertThat(text(letter, DeadLetter.EXCEPTION)).hasSize(2_000);
  }

  @Test
  void takesTheReasonFromAnUnreadableRecordAnywhereAmongTheCauses() {
    var unreadable = new UnreadableRecordException(Kind.CORRUPT_BODY, "x", null);

    assertThat(DeadLetter.reason(new RuntimeException(unreadable))).isEqualTo("CORRUPT_BODY");
    assertThat(DeadLetter.reason(new RuntimeException())).isEqualTo("HANDLER_FAILED");
  }

  @Test
  void publisherReturnsWhenTheLetterIsStoredAndCountsIt() throws Exception {
    var producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    try (var letters =
        new DeadLetterPublisher(producer, LetterWriter.of(Map.of(), "service"), meters)) {
      letters.publish(original(), "WHY", new RuntimeException("x"));
    }

    assertThat(producer.history()).hasSize(1);
    assertThat(
            meters
                .get("workflow.dead.letters")
                .tags("topic", "t", "reason", "WHY")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void publisherThrowsWhenTheLetterIsNotStored() {
    var producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    producer.sendException = new TimeoutException("no broker");
    try (var letters =
        new DeadLetterPublisher(producer, LetterWriter.of(Map.of(), "service"), meters)) {
      assertThatThrownBy(() -> letters.publish(original(), "WHY", new RuntimeException("x")))
          .isInstanceOf(KafkaException.class);
    }
    assertThat(meters.find("workflow.dead.letters").counter()).isNull();
  }
}
