package dev.workflowexecutor.kafka.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LetterWriterTest {

  private static final byte[] KEY = {1};
  private static final Exception CAUSE = new IllegalStateException("x");

  private static ConsumerRecord<byte[], byte[]> record(int valueLength, int headerLength) {
    Headers headers = new RecordHeaders().add("traceparent", new byte[headerLength]);
    return new ConsumerRecord<>(
        "t",
        3,
        42L,
        7L,
        TimestampType.CREATE_TIME,
        1,
        valueLength,
        KEY,
        new byte[valueLength],
        headers,
        Optional.empty());
  }

  private static String text(ProducerRecord<byte[], byte[]> letter, String header) {
    return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  @Test
  void copiesARecordThatFits() {
    var letter = new LetterWriter("s", 10_000).letter(record(5_000, 10), "WHY", CAUSE);

    assertThat(letter.value()).hasSize(5_000);
    assertThat(letter.headers().lastHeader(DeadLetter.OMITTED)).isNull();
  }

  @Test
  void leavesOutAValueThatWouldNotFitAndSaysWhereItIs() {
    var letter = new LetterWriter("s", 10_000).letter(record(9_900, 10), "WHY", CAUSE);

    assertThat(letter.value()).isNull();
    assertThat(letter.key()).isSameAs(KEY);
    assertThat(letter.headers().lastHeader("traceparent")).isNotNull();
    assertThat(text(letter, DeadLetter.OMITTED)).contains("9900 bytes");
    assertThat(text(letter, DeadLetter.OFFSET)).isEqualTo("42");
    assertThat(text(letter, DeadLetter.REASON)).isEqualTo("WHY");
  }

  @Test
  void leavesOutHeadersThatWouldNotFitEither() {
    var letter = new LetterWriter("s", 10_000).letter(record(1, 9_900), "WHY", CAUSE);

    assertThat(letter.value()).isNull();
    assertThat(letter.key()).isNull();
    assertThat(letter.headers().lastHeader("traceparent")).isNull();
    assertThat(text(letter, DeadLetter.TOPIC)).isEqualTo("t");
  }

  @Test
  void takesTheLimitFromTheProducersConfiguration() {
    assertThat(LetterWriter.of(Map.of(), "s").largest()).isEqualTo(1_048_576);
    assertThat(LetterWriter.of(Map.of("max.request.size", "5"), "s").largest()).isEqualTo(5);
    assertThat(
            LetterWriter.of(Map.of("max.request.size", 5, "producer.max.request.size", 6), "s")
                .largest())
        .isEqualTo(6);
  }
}
