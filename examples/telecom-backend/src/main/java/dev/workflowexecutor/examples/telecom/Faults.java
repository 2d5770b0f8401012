package dev.workflowexecutor.examples.telecom;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Faults that are switched on per tool, so that tests meet a backend in trouble. Thread-safe. */
final class Faults {

  /** How a tool misbehaves. */
  enum Mode {
    /** Answers as it should. */
    NONE("none"),
    /** Answers 500 and does nothing. */
    ERROR("500"),
    /** Does its work and never answers: the nasty case for a caller. */
    TIMEOUT("timeout"),
    /** Does its work and answers with something that isn't JSON. */
    GARBAGE("garbage");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    static Optional<Mode> of(String word) {
      for (Mode mode : values()) {
        if (mode.word.equals(word)) {
          return Optional.of(mode);
        }
      }
      return Optional.empty();
    }
  }

  private record Active(Mode mode, CountDownLatch released) {}

  private final Map<String, Active> faults = new ConcurrentHashMap<>();

  /** Switches a tool's fault; requests that hang because of the one before are let go. */
  void set(String tool, Mode mode) {
    Active before = faults.put(tool, new Active(mode, new CountDownLatch(1)));
    if (before != null) {
      before.released().countDown();
    }
  }

  Mode of(String tool) {
    Active active = faults.get(tool);
    return active == null ? Mode.NONE : active.mode();
  }

  /** Waits until the tool's fault is switched or the backend ends. */
  void hang(String tool) throws InterruptedException {
    Active active = faults.get(tool);
    if (active != null) {
      active.released().await();
    }
  }

  void clear() {
    faults.keySet().forEach(tool -> set(tool, Mode.NONE));
  }
}
