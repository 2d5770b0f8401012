package dev.workflowexecutor.kafka.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeadLetterReportTest {

  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(DeadLetterReport.class);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DeadLetterReport report = new DeadLetterReport();

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
    LOGGER.setAdditive(false);
    LOGGER.setLevel(Level.WARN);
  }

  @AfterEach
  void leave() {
    LOGGER.setLevel(null);
    LOGGER.setAdditive(true);
    LOGGER.detachAppender(log);
  }

  private void tell(String reason, Throwable cause) {
    report.tell(meters, "t", 3, 42, reason, cause);
  }

  @Test
  void countsEveryLetterAndLogsOnlyAFewOfAFlood() {
    var unreadable = new UnreadableRecordException(Kind.CORRUPT_BODY, "it ends early", null);
    for (int i = 0; i < 10_000; i++) {
      tell("CORRUPT_BODY", unreadable);
    }

    assertThat(
            meters
                .get("workflow.dead.letters")
                .tags("topic", "t", "reason", "CORRUPT_BODY")
                .counter()
                .count())
        .isEqualTo(10_000);
    assertThat(log.list).hasSize(9);
    assertThat(log.list.getFirst().getFormattedMessage())
        .isEqualTo("dead letter: t-3@42: CORRUPT_BODY: it ends early");
    assertThat(log.list.getLast().getFormattedMessage()).contains("no. 10000 within a minute");
    assertThat(log.list).allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
  }

  @Test
  void showsTheStackTraceOfAFaultOfOursOnce() {
    var bug = new IllegalStateException("oops");
    tell(DeadLetter.HANDLER_FAILED, bug);
    tell(DeadLetter.HANDLER_FAILED, bug);

    assertThat(log.list.getFirst().getThrowableProxy()).isNotNull();
    assertThat(log.list.getLast().getThrowableProxy()).isNull();
  }

  @Test
  void keepsEachLetterToOneShortLine() {
    tell("X", new IllegalStateException("first\nsecond\u001b[31m" + "x".repeat(9_999)));

    assertThat(log.list.getFirst().getFormattedMessage())
        .doesNotContain("\n", "\u001b")
        .hasSizeLessThan(700);
  }
}
