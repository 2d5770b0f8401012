package dev.workflowexecutor.benchmarks.serde;

import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Records in the wire format, and the same records in plain Avro as a careful user writes and reads
 * them: writer, reader, encoder, decoder and buffer are made once and used again.
 *
 * <p>The time of each small batch is taken, so that the median is of batches that nothing else on
 * the machine interrupted: a mean would be the neighbours' as well.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class SerdeBenchmark {

  private static final int BATCH = 64;

  /** Which record. */
  @Param public RealisticRecord kind;

  private String topic;
  private SpecificRecord record;
  private AvroSerializer<SpecificRecord> serializer;
  private AvroDeserializer<SpecificRecord> deserializer;
  private byte[] framed;

  private DatumWriter<SpecificRecord> writer;
  private DatumReader<SpecificRecord> reader;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
  private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);
  private @Nullable BinaryDecoder decoder;
  private byte[] plain;

  /** Makes everything that is made once. */
  @Setup
  public void prepare() throws IOException {
    topic = kind.topic().topicName();
    record = kind.record();
    Map<String, Object> config = Map.of("schema.registry.url", "mock://serde-benchmark");
    serializer = new AvroSerializer<>(config);
    deserializer = new AvroDeserializer<>();
    deserializer.configure(config, false);
    Schema schema = record.getSchema();
    SpecificData data = SpecificData.getForClass(record.getClass());
    writer = new SpecificDatumWriter<>(schema, data);
    reader = new SpecificDatumReader<>(schema, schema, data);
    framed = serialize();
    plain = serializePlain();
    if (!record.equals(deserialize()) || !record.equals(deserializePlain())) {
      throw new IllegalStateException("what was read isn't what was written");
    }
  }

  /** The registry serializer. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void serialize(Blackhole sink) {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(serialize());
    }
  }

  /** Plain Avro. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void serializePlain(Blackhole sink) throws IOException {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(serializePlain());
    }
  }

  /** The registry deserializer. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void deserialize(Blackhole sink) {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(deserialize());
    }
  }

  /** Plain Avro. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void deserializePlain(Blackhole sink) throws IOException {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(deserializePlain());
    }
  }

  private byte[] serialize() {
    return Objects.requireNonNull(serializer.serialize(topic, record));
  }

  private byte[] serializePlain() throws IOException {
    buffer.reset();
    writer.write(record, encoder);
    encoder.flush();
    return buffer.toByteArray();
  }

  private SpecificRecord deserialize() {
    return Objects.requireNonNull(deserializer.deserialize(topic, framed));
  }

  private SpecificRecord deserializePlain() throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(plain, decoder);
    return reader.read(null, decoder);
  }
}
