package dev.workflowexecutor.gateway.ticket;

import java.util.List;

/**
 * Consecutive records of one partition.
 *
 * @param source the partition
 * @param changes what they change, by ascending offset
 */
public record Slice(Source source, List<At> changes) {

  public Slice {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("expected at least one record, found none");
    }
  }

  /** A partition of a topic, as far as the read model cares. */
  public record Source(String topic, int partition) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
      int byTopic = topic.compareTo(other.topic);
      return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    }
  }

  /** A change and the offset of its record. */
  public record At(long offset, Change change) {}

  long nextOffset() {
    return changes.getLast().offset() + 1;
  }
}
