package dev.workflowexecutor.kafka.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A position in a distributed trace, as the W3C header of the same name writes it. */
record Traceparent(String traceId, String spanId, String flags) {

  private static final String SAMPLED = "01";
  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  // version-traceId-spanId-flags
  private static final int TRACE_AT = 3;
  private static final int SPAN_AT = TRACE_AT + TRACE_DIGITS + 1;
  private static final int FLAGS_AT = SPAN_AT + SPAN_DIGITS + 1;
  private static final int LENGTH = FLAGS_AT + 2;

  /** The header's value if it is valid; null if not, as the specification demands. */
  static @Nullable Traceparent parse(@Nullable String header) {
    if (header == null || !isWellFormed(header)) {
      return null;
    }
    String traceId = header.substring(TRACE_AT, TRACE_AT + TRACE_DIGITS);
    String spanId = header.substring(SPAN_AT, SPAN_AT + SPAN_DIGITS);
    return isZero(traceId) || isZero(spanId)
        ? null
        : new Traceparent(traceId, spanId, header.substring(FLAGS_AT, LENGTH));
  }

  /** Each record is read for its trace, and a pattern would take ten times as long. */
  private static boolean isWellFormed(String header) {
    if (header.length() < LENGTH || header.startsWith("ff")) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char found = header.charAt(i);
      boolean dash = i == TRACE_AT - 1 || i == SPAN_AT - 1 || i == FLAGS_AT - 1;
      if (dash ? found != '-' : !isLowerHex(found)) {
        return false;
      }
    }
    // A later version may append fields after another dash; those of version 00 stay as they are.
    return header.length() == LENGTH || (header.charAt(LENGTH) == '-' && !header.startsWith("00"));
  }

  private static boolean isLowerHex(char digit) {
    return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
  }

  /** The first position of the trace that begins with the record of this id. */
  static Traceparent beginning(String id) {
    String digest = digest("trace\n" + id);
    return new Traceparent(digest.substring(0, TRACE_DIGITS), span(id), SAMPLED);
  }

  /** The position of the record with this id, caused by the one at this position. */
  Traceparent child(String id) {
    return new Traceparent(traceId, span(traceId + "\n" + id), flags);
  }

  private static String span(String id) {
    return digest("span\n" + id).substring(0, SPAN_DIGITS);
  }

  private static boolean isZero(String hex) {
    return hex.chars().allMatch(digit -> digit == '0');
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }
}
