package dev.workflowexecutor.standalone;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts what is logged in this JVM, lines and stack traces, until it is closed. */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger traces = new AtomicInteger();

  LoggedLines() {
    start();
    ROOT.addAppender(this);
  }

  int lines() {
    return lines.get();
  }

  int traces() {
    return traces.get();
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.incrementAndGet();
    if (event.getThrowableProxy() != null) {
      traces.incrementAndGet();
    }
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    stop();
  }
}
