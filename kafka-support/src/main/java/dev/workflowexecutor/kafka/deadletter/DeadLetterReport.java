package dev.workflowexecutor.kafka.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators of dead letters: each is counted in {@code workflow.dead.letters} by topic and
 * reason, and logged in one line, unless enough like it were logged a moment ago ({@link Floods}).
 * Thread-safe.
 */
public final class DeadLetterReport {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReport.class);
  private static final int LONGEST_LINE = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final Floods floods = new Floods();

  /** A report of its own. */
  public DeadLetterReport() {}

  /** Counts a dead letter and logs it, if it is worth a line. */
  public void tell(
      MeterRegistry meters,
      String topic,
      int partition,
      long offset,
      String reason,
      Throwable cause) {
    meters.counter("workflow.dead.letters", "topic", topic, "reason", reason).increment();
    floods
        .next(topic + " " + reason)
        .ifPresent(
            number ->
                LOG.warn(
                    "dead letter: {}-{}@{}: {}{}: {}",
                    topic,
                    partition,
                    offset,
                    reason,
                    number <= Floods.ONE_BY_ONE ? "" : ", no. " + number + " within a minute",
                    oneLine(cause),
                    traceOf(number, cause)));
  }

  /** A refusal says it all in its message; a fault of ours needs its stack trace, once. */
  private static @Nullable Throwable traceOf(long number, Throwable cause) {
    return number == 1 && DeadLetter.refusal(cause).map(Refusal::isOurFault).orElse(true)
        ? cause
        : null;
  }

  /** In one line of bounded length, whatever is in the record that the message speaks of. */
  private static String oneLine(Throwable cause) {
    String text = cause instanceof Refusal ? String.valueOf(cause.getMessage()) : cause.toString();
    String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text;
    return CONTROL.matcher(cut).replaceAll(" ");
  }
}
