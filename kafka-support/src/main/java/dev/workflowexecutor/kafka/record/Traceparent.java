package dev.workflowexecutor.kafka.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A position in a distributed trace, as the W3C header of the same name writes it. */
record Traceparent(String traceId, String spanId, String flags) {

  // A later version may append fields after another dash; those of version 00 stay as they are.
  private static final Pattern FORM =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String SAMPLED = "01";
  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  /** The header's value if it is valid; null if not, as the specification demands. */
  static @Nullable Traceparent parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher form = FORM.matcher(header);
    if (!form.matches() || (form.group(1).equals("00") && form.group(5) != null)) {
      return null;
    }
    boolean zero = isZero(form.group(2)) || isZero(form.group(3));
    return zero ? null : new Traceparent(form.group(2), form.group(3), form.group(4));
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
