package dev.workflowexecutor.standalone;

import dev.workflowexecutor.kafka.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Records that no service can take, with the reason that each must be refused for: random bytes,
 * also behind the schema id of the topic, records cut short, records with random schema ids or with
 * that of another topic, and readable ones under the wrong key.
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
   * @param allGood a record of each topic in the wire format
   */
  List<Bad> of(Topic topic, Map<Topic, byte[]> allGood, int ofEachKind, int underTheWrongKey) {
    byte[] good = Objects.requireNonNull(allGood.get(topic));
    List<byte[]> others =
        allGood.entrySet().stream()
            .filter(it -> it.getKey() != topic)
            .map(Map.Entry::getValue)
            .toList();
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
      byte[] noise = Arrays.copyOf(good, HEADER + random.nextInt(LONGEST_RANDOM));
      fillBehindTheHeader(noise);
      all.add(new Bad(topic, "noise-" + i, noise, ofNoise(topic, noise)));
      byte[] other = others.get(random.nextInt(others.size()));
      all.add(new Bad(topic, "other-" + i, other, "INCOMPATIBLE_SCHEMA"));
    }
    for (int i = 0; i < underTheWrongKey; i++) {
      all.add(new Bad(topic, "astray-" + i, good, "BROKEN_CONTRACT"));
    }
    return all;
  }

  private void fillBehindTheHeader(byte[] record) {
    byte[] body = new byte[record.length - HEADER];
    random.nextBytes(body);
    System.arraycopy(body, 0, record, HEADER, body.length);
  }

  /** Noise that happens to be a record isn't one of the ticket that its key names. */
  private static String ofNoise(Topic topic, byte[] record) {
    BinaryDecoder body =
        DecoderFactory.get().binaryDecoder(record, HEADER, record.length - HEADER, null);
    try {
      new GenericDatumReader<>(topic.schema()).read(null, body);
      return body.isEnd() ? "BROKEN_CONTRACT" : "CORRUPT_BODY";
    } catch (IOException | RuntimeException e) {
      return "CORRUPT_BODY";
    }
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
