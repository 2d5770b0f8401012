package dev.workflowexecutor.standalone.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Memory that processes hold in RAM, in bytes.
 *
 * @param now what they hold at this moment
 * @param peak the sum of the most that each has held
 */
public record ResidentMemory(long now, long peak) {

  public ResidentMemory {
    // The system counts the peak only now and then.
    peak = Math.max(now, peak);
  }

  /** Reads it from {@code /proc}; empty where there is no such thing. */
  public static Optional<ResidentMemory> of(List<Long> processes) {
    OptionalLong now = sum(processes, "VmRSS:");
    OptionalLong peak = sum(processes, "VmHWM:");
    return now.isPresent() && peak.isPresent()
        ? Optional.of(new ResidentMemory(now.getAsLong(), peak.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong sum(List<Long> processes, String line) {
    long[] found =
        processes.stream()
            .map(process -> read(Path.of("/proc", Long.toString(process), "status"), line))
            .flatMapToLong(OptionalLong::stream)
            .toArray();
    return found.length == processes.size()
        ? OptionalLong.of(LongStream.of(found).sum())
        : OptionalLong.empty();
  }

  private static OptionalLong read(Path status, String line) {
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(text -> text.startsWith(line))
          .mapToLong(text -> Long.parseLong(text.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
