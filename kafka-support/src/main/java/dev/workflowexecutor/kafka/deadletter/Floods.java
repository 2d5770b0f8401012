package dev.workflowexecutor.kafka.deadletter;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Says which of many alike events are worth a line of a log: of each name the first five within a
 * minute, and then the tenth, hundredth, thousandth and so on. Thread-safe.
 */
public final class Floods {

  /** As many are told one by one. */
  static final int ONE_BY_ONE = 5;

  private static final long MINUTE = 60_000_000_000L;

  private final Map<String, Flood> floods = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** Floods as of now. */
  public Floods() {
    this(System::nanoTime);
  }

  Floods(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one more event of the name.
   *
   * @param name what the events have in common; of few different ones
   * @return its number within the minute, from 1, if it is worth telling
   */
  public OptionalLong next(String name) {
    long number = floods.computeIfAbsent(name, _ -> new Flood()).next(nanoTime.getAsLong());
    return number <= ONE_BY_ONE || isPowerOfTen(number)
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  private static boolean isPowerOfTen(long number) {
    long rest = number;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  /** Events of one name. */
  private static final class Flood {

    private long begun;
    private long number;

    synchronized long next(long now) {
      if (number == 0 || now - begun > MINUTE) {
        begun = now;
        number = 0;
      }
      return ++number;
    }
  }
}
