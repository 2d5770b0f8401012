package dev.workflowexecutor.standalone.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of an embedded platform: all in files of bounded size, our own errors also on the
 * terminal.
 */
public final class PlatformLog {

  private static final String IN_FILE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30}: %msg%n";
  private static final String ON_TERMINAL = "%d{HH:mm:ss} %level %msg%n%ex{0}";
  private static final int OLD_FILES = 4;
  private static final FileSize FILE_SIZE = FileSize.valueOf("10MB");

  private final LoggerContext context;

  private PlatformLog(LoggerContext context) {
    this.context = context;
  }

  /** Sends everything that is logged in this JVM from now on to a file. */
  public static void to(Path file) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
      new PlatformLog(context).configure(file);
    }
  }

  private void configure(Path file) {
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(file(file));
    context.getLogger("dev.workflowexecutor").addAppender(terminal());
    // A broker and ten clients say more in a minute than anybody reads in a day.
    context.getLogger("kafka").setLevel(Level.WARN);
    context.getLogger("org.apache.kafka").setLevel(Level.WARN);
    context.getLogger("state.change.logger").setLevel(Level.WARN);
    // Kafka Streams shows the stack trace of every record that can't be read; dead letters do too.
    context
        .getLogger("org.apache.kafka.streams.processor.internals.RecordDeserializer")
        .setLevel(Level.ERROR);
    // Each service looks for the transaction topic at once, and all but one create it too late.
    context.getLogger("kafka.server.DefaultAutoTopicCreationManager").setLevel(Level.ERROR);
  }

  private RollingFileAppender<ILoggingEvent> file(Path file) {
    RollingFileAppender<ILoggingEvent> appender = in(new RollingFileAppender<>());
    appender.setFile(file.toString());
    appender.setEncoder(pattern(IN_FILE));
    FixedWindowRollingPolicy rolling = in(new FixedWindowRollingPolicy());
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLD_FILES);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = in(new SizeBasedTriggeringPolicy<>());
    size.setMaxFileSize(FILE_SIZE);
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }

  private ConsoleAppender<ILoggingEvent> terminal() {
    ConsoleAppender<ILoggingEvent> appender = in(new ConsoleAppender<>());
    appender.setTarget("System.err");
    appender.setEncoder(pattern(ON_TERMINAL));
    ThresholdFilter errors = new ThresholdFilter();
    errors.setLevel("ERROR");
    errors.start();
    appender.addFilter(errors);
    appender.start();
    return appender;
  }

  private PatternLayoutEncoder pattern(String pattern) {
    PatternLayoutEncoder encoder = in(new PatternLayoutEncoder());
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }

  private <T extends ContextAware> T in(T part) {
    part.setContext(context);
    return part;
  }
}
