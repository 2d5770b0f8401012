package dev.workflowexecutor.kafka.streams;

import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a failed stream thread be replaced by a new one after a pause, for as long as it takes: what
 * it hadn't committed is read again.
 */
public final class ReplaceThread implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReplaceThread.class);
  private static final long PAUSE_MILLIS = 1_000;

  @Override
  public StreamThreadExceptionResponse handle(Throwable exception) {
    if (exception instanceof VirtualMachineError) {
      LOG.error("the stream thread can't go on", exception);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("a stream thread failed and is replaced", exception);
    try {
      // Called on the failing thread: without the pause it would be a busy loop.
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
