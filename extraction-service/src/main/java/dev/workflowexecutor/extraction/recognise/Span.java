package dev.workflowexecutor.extraction.recognise;

/**
 * A part of a text that isn't empty, in UTF-16 units.
 *
 * @param start where it begins, from 0
 * @param end where it ends, exclusive
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("expected 0 <= start < end, found " + start + ", " + end);
    }
  }

  /** The span's letters. */
  public String of(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
