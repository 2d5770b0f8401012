package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;

/**
 * Confluent's wire format: the magic byte 0, four bytes of schema id (big endian), the body.
 *
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format">Wire
 *     format</a>
 */
final class WireFormat {

  static final int HEADER = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** The header of a record with this schema id. */
  static byte[] header(int schemaId) {
    return new byte[] {
      MAGIC,
      (byte) (schemaId >>> 24),
      (byte) (schemaId >>> 16),
      (byte) (schemaId >>> 8),
      (byte) schemaId
    };
  }

  /**
   * The schema id of a record.
   *
   * @throws UnreadableRecordException if it isn't in the wire format
   */
  static int schemaId(byte[] record) {
    if (record.length < HEADER) {
      throw notWireFormat("expected at least 5 bytes, found " + record.length);
    }
    if (record[0] != MAGIC) {
      throw notWireFormat("expected 0 as the first byte, found " + (record[0] & 0xff));
    }
    return (record[1] & 0xff) << 24
        | (record[2] & 0xff) << 16
        | (record[3] & 0xff) << 8
        | record[4] & 0xff;
  }

  private static UnreadableRecordException notWireFormat(String why) {
    return new UnreadableRecordException(
        Kind.NOT_WIRE_FORMAT, "Not in the wire format: " + why, null);
  }
}
