package dev.workflowexecutor.kafka.serde;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records of one class with one schema id. Thread-safe. */
final class RecordWriter {

  private static final int USUAL_SIZE = 512;

  private static final int LARGEST_KEPT = 64 * 1024;

  private final AtomicReference<@Nullable Scratch> idle = new AtomicReference<>();
  private final byte[] header;
  private final DatumWriter<SpecificRecord> own;
  private final Schema ownSchema;
  private final Schema writtenSchema;

  /**
   * A writer for the class.
   *
   * @param ownSchema the class's schema, as it was generated
   * @param written the schema to write with; another one than the class's is written by resolving
   */
  RecordWriter(Class<?> type, Schema ownSchema, Schema publicSchema, SchemaIds.Written written) {
    this.header = WireFormat.header(written.id());
    this.own = new SpecificDatumWriter<>(ownSchema, SpecificData.getForClass(type));
    this.ownSchema = ownSchema;
    this.writtenSchema = written.schema().equals(publicSchema) ? ownSchema : written.schema();
  }

  byte[] write(SpecificRecord record) throws IOException {
    Scratch taken = idle.getAndSet(null);
    Scratch scratch = taken == null ? Scratch.startingWith(header) : taken;
    byte[] written =
        writtenSchema == ownSchema
            ? scratch.encode(own, record)
            : scratch.encode(
                new GenericDatumWriter<>(writtenSchema, new GenericData()), resolved(record));
    // Only after success: a failure leaves the encoder in the middle of a record.
    if (written.length <= LARGEST_KEPT) {
      idle.setRelease(scratch);
    }
    return written;
  }

  private Object resolved(SpecificRecord record) throws IOException {
    byte[] bytes = Scratch.startingWith(new byte[0]).encode(own, record);
    return new GenericDatumReader<>(ownSchema, writtenSchema, new GenericData())
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  /** A buffer and its encoder, used by one thread at a time. */
  private record Scratch(FramedBytes bytes, BinaryEncoder encoder) {

    static Scratch startingWith(byte[] header) {
      var bytes = new FramedBytes(header, USUAL_SIZE);
      return new Scratch(bytes, EncoderFactory.get().binaryEncoder(bytes, null));
    }

    <R> byte[] encode(DatumWriter<R> writer, R record) throws IOException {
      bytes.reset();
      writer.write(record, encoder);
      encoder.flush();
      return bytes.toByteArray();
    }
  }
}
