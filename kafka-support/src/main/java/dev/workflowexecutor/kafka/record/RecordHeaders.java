package dev.workflowexecutor.kafka.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a new record: CloudEvents attributes and the W3C trace that it belongs to.
 *
 * <p>All of them follow from the arguments: the same record has the same headers in a replay.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents,
 *     Kafka protocol binding</a>
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class RecordHeaders {

  /** The header with the trace id and the span id. */
  public static final String TRACEPARENT = "traceparent";

  private static final String TRACESTATE = "tracestate";

  private RecordHeaders() {}

  /**
   * The headers of a new record.
   *
   * @param id the record's own id
   * @param type what happened, for example {@code dev.workflowexecutor.events.ToolCall}
   * @param source who writes it, for example {@code executor-service}
   * @param time when it happened
   * @param cause the headers of the record that caused it, whose trace goes on; null for none, then
   *     a trace derived from the id begins
   */
  public static Headers forNew(
      String id, String type, String source, Instant time, @Nullable Headers cause) {
    var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id);
    add(headers, "ce_type", type);
    add(headers, "ce_source", source);
    add(headers, "ce_time", time.toString());
    add(headers, "content-type", "application/avro");
    Traceparent begun = Traceparent.beginning(id);
    if (cause == null) {
      return add(headers, TRACEPARENT, begun.toString());
    }
    Traceparent parent = Traceparent.parse(text(cause, TRACEPARENT));
    add(headers, TRACEPARENT, (parent == null ? begun : parent.child(id)).toString());
    String state = parent == null ? null : text(cause, TRACESTATE);
    return state == null ? headers : add(headers, TRACESTATE, state);
  }

  /** The trace that a record belongs to, as it stands in its header; null if it has none. */
  public static @Nullable String traceparent(Headers headers) {
    Traceparent parsed = Traceparent.parse(text(headers, TRACEPARENT));
    return parsed == null ? null : parsed.toString();
  }

  private static Headers add(Headers headers, String name, String value) {
    return headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
