package dev.workflowexecutor.benchmarks.report;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the figures were measured on; says nothing of where.
 *
 * @param heapMegabytes the most memory that the JVM may use for its heap
 */
public record Machine(String date, int cores, String os, String java, long heapMegabytes) {

  /** The machine and the JVM that this runs on. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        runtime.availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        runtime.maxMemory() / (1024 * 1024));
  }

  /** One line for a report. */
  public String line() {
    return "%s, %d cores, %s, %s, heap %d MB".formatted(date, cores, os, java, heapMegabytes);
  }
}
