import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes one dead letter back to the topic that it came from, with the key, the bytes and the
 * headers that it had there; where the letter had no room for them, they are read where it came
 * from. It stays in the dead-letter topic.
 *
 * <pre>java -cp 'cli/target/wfx.jar:cli/target/lib/*' docs/operations/runbooks/Redrive.java \
 *     HOST:PORT TOPIC.dlq PARTITION OFFSET [CLIENT.properties]</pre>
 */
class Redrive {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 4) {
      System.err.println(
          "expected: HOST:PORT TOPIC.dlq PARTITION OFFSET [CLIENT.properties], found %d arguments"
              .formatted(arguments.length));
      System.exit(2);
    }
    Properties client = new Properties();
    if (arguments.length > 4) {
      try (Reader file = Files.newBufferedReader(Path.of(arguments[4]))) {
        client.load(file);
      }
    }
    client.put("bootstrap.servers", arguments[0]);
    var place = new TopicPartition(arguments[1], Integer.parseInt(arguments[2]));
    long offset = Long.parseLong(arguments[3]);
    ConsumerRecord<byte[], byte[]> letter =
        read(client, place, offset)
            .orElseThrow(
                () -> new IllegalStateException("no dead letter in " + place + " at " + offset));
    boolean isWhole = letter.headers().lastHeader("dlq_omitted") == null;
    write(client, text(letter, "dlq_topic"), isWhole ? letter : whole(client, letter));
  }

  private static ConsumerRecord<byte[], byte[]> whole(
      Properties client, ConsumerRecord<byte[], byte[]> letter) {
    var origin =
        new TopicPartition(
            text(letter, "dlq_topic"), Integer.parseInt(text(letter, "dlq_partition")));
    return read(client, origin, Long.parseLong(text(letter, "dlq_offset")))
        .orElseThrow(() -> new IllegalStateException("the record is no longer in " + origin));
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalStateException("it has no header " + name + ": it is no dead letter");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> read(
      Properties client, TopicPartition place, long offset) {
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(place));
      consumer.seek(place, offset);
      return consumer.poll(PATIENCE).records(place).stream()
          .filter(record -> record.offset() == offset)
          .findFirst();
    }
  }

  private static void write(
      Properties client, String topic, ConsumerRecord<byte[], byte[]> letter) throws Exception {
    List<Header> headers =
        StreamSupport.stream(letter.headers().spliterator(), false)
            .filter(header -> !header.key().startsWith("dlq_"))
            .toList();
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      var written =
          producer
              .send(
                  new ProducerRecord<>(
                      topic, null, letter.timestamp(), letter.key(), letter.value(), headers))
              .get();
      System.out.println(
          "%s-%d@%d".formatted(written.topic(), written.partition(), written.offset()));
    }
  }
}
