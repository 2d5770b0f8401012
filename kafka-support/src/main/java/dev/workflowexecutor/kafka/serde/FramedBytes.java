package dev.workflowexecutor.kafka.serde;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes that always begin with the same header. What a {@link java.io.ByteArrayOutputStream} costs
 * for locking that nobody needs here pays for the header.
 */
final class FramedBytes extends OutputStream {

  /** The longest array that every JVM has. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final int header;
  private byte[] bytes;
  private int length;

  FramedBytes(byte[] header, int size) {
    this.header = header.length;
    this.length = header.length;
    this.bytes = Arrays.copyOf(header, Math.max(size, header.length));
  }

  /** Forgets everything but the header. */
  void reset() {
    length = header;
  }

  @Override
  public void write(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  private void ensure(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * length, MOST)));
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
