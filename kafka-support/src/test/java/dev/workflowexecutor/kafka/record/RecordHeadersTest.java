package dev.workflowexecutor.kafka.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordHeadersTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

  private static Headers of(String id, @Nullable Headers cause) {
    return RecordHeaders.forNew(id, "some.Type", "some-service", AT, cause);
  }

  private static Headers cause(String traceparent) {
    return new org.apache.kafka.common.header.internals.RecordHeaders()
        .add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8))
        .add("tracestate", "vendor=1".getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void carriesTheAttributesOfACloudEvent() {
    Headers headers = of("id-1", null);

    assertThat(text(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(text(headers, "ce_id")).isEqualTo("id-1");
    assertThat(text(headers, "ce_type")).isEqualTo("some.Type");
    assertThat(text(headers, "ce_source")).isEqualTo("some-service");
    assertThat(text(headers, "ce_time")).isEqualTo("2026-03-01T10:15:30.123Z");
    assertThat(text(headers, "content-type")).isEqualTo("application/avro");
  }

  @Test
  void goesOnWithTheTraceOfItsCause() {
    Headers headers = of("id-1", cause(PARENT));

    assertThat(RecordHeaders.traceparent(headers))
        .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00")
        .isNotEqualTo(PARENT);
    assertThat(text(headers, "tracestate")).isEqualTo("vendor=1");
  }

  @Test
  void givesEachRecordOfATraceItsOwnSpan() {
    assertThat(RecordHeaders.traceparent(of("id-1", cause(PARENT))))
        .isNotEqualTo(RecordHeaders.traceparent(of("id-2", cause(PARENT))));
  }

  @Test
  void beginsATraceWhereThereIsNone() {
    assertThat(RecordHeaders.traceparent(of("id-1", null)))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .isNotEqualTo(RecordHeaders.traceparent(of("id-2", null)));
  }

  @Test
  void isTheSameInAReplay() {
    assertThat(of("id-1", cause(PARENT))).isEqualTo(of("id-1", cause(PARENT)));
    assertThat(of("id-1", null)).isEqualTo(of("id-1", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void beginsATraceWhereTheCauseHasAnInvalidOne(String traceparent) {
    Headers headers = of("id-1", cause(traceparent));

    assertThat(RecordHeaders.traceparent(headers))
        .isEqualTo(RecordHeaders.traceparent(of("id-1", null)));
    assertThat(headers.lastHeader("tracestate")).isNull();
  }

  @Test
  void understandsLaterVersionsOfTheHeader() {
    String later = "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more";

    assertThat(RecordHeaders.traceparent(of("id-1", cause(later))))
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
  }
}
