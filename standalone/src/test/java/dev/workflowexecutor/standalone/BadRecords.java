package dev.workflowexecutor.standalone;

import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Records that no service can take, with the reason that each must be refused for: random bytes,
 * records cut short, records with random schema ids, and readable ones under the wrong key.
 */
final class BadRecords {

  private static final int HEADER = 5;
  private static final int LONGEST_RANDOM = 300;
  private static final int IDS_IN_USE = 1_000;

  private final Random random;

  BadRecords(Random random) {
    this.random = random;
  }

  /** A bad record. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Bad(Topic topic, String key, byte[] value, String reason) {}

  /**
   * Bad records of a topic, each under a key of its own.
   *
   * @param good a record of the topic in the wire format
   */
  List<Bad> of(Topic topic, byte[] good, int ofEachKind, int underTheWrongKey) {
    List<Bad> all = new ArrayList<>();
    for (int i = 0; i < ofEachKind; i++) {
      byte[] bytes = new byte[random.nextInt(LONGEST_RANDOM)];
      random.nextBytes(bytes);
      all.add(new Bad(topic, "random-" + i, bytes, ofRandom(bytes)));
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
      String reason = cut.length < HEADER ? "NOT_WIRE_FORMAT" : "CORRUPT_BODY";
      all.add(new Bad(topic, "cut-" + i, cut, reason));
      byte[] foreign = good.clone();
      ByteBuffer.wrap(foreign).putInt(1, unknownId());
      all.add(new Bad(topic, "foreign-" + i, foreign, "UNKNOWN_SCHEMA"));
    }
    for (int i = 0; i < underTheWrongKey; i++) {
      all.add(new Bad(topic, "astray-" + i, good, "BROKEN_CONTRACT"));
    }
    return all;
  }

  private static String ofRandom(byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] != 0) {
      return "NOT_WIRE_FORMAT";
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    if (isInUse(id)) {
      throw new AssertionError("a real schema id by chance, run it with another seed: " + id);
    }
    return "UNKNOWN_SCHEMA";
  }

  private int unknownId() {
    int id = random.nextInt();
    while (isInUse(id)) {
      id = random.nextInt();
    }
    return id;
  }

  private static boolean isInUse(int id) {
    return id >= 0 && id < IDS_IN_USE;
  }
}
