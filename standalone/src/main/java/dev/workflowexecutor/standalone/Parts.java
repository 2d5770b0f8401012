package dev.workflowexecutor.standalone;

import dev.workflowexecutor.standalone.startup.StartException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running parts of a platform, ended in the reverse of the order in which they began.
 *
 * <p>Thread-safe: whoever closes first ends them, others wait until that is done, and what begins
 * after that is ended at once.
 */
final class Parts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::end, "platform-end");
  private boolean ended;

  /** Parts that are also ended when the JVM ends, for example by SIGTERM. */
  static Parts endedAtExit() {
    Parts parts = new Parts();
    Runtime.getRuntime().addShutdownHook(parts.atExit);
    return parts;
  }

  synchronized <T extends AutoCloseable> T add(T part) {
    running.push(part);
    if (ended) {
      end();
      throw new StartException("the platform was ended while it started");
    }
    return part;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is ending already", e);
    }
  }

  private synchronized void end() {
    ended = true;
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      long begun = System.nanoTime();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} didn't end cleanly", part.getClass().getSimpleName(), e);
      }
      LOG.info(
          "{} ended in {} ms",
          part.getClass().getSimpleName(),
          (System.nanoTime() - begun) / 1_000_000);
    }
  }
}
