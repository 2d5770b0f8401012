package dev.workflowexecutor.kafka.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Writes records of one class with one schema id. Thread-safe. */
final class RecordWriter {

  private static final int USUAL_SIZE = 512;

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
    var bytes = new ByteArrayOutputStream(USUAL_SIZE);
    bytes.write(header);
    if (writtenSchema == ownSchema) {
      encode(own, record, bytes);
    } else {
      encode(new GenericDatumWriter<>(writtenSchema, new GenericData()), resolved(record), bytes);
    }
    return bytes.toByteArray();
  }

  private static <R> void encode(DatumWriter<R> writer, R record, ByteArrayOutputStream bytes)
      throws IOException {
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    writer.write(record, encoder);
    encoder.flush();
  }

  private Object resolved(SpecificRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream(USUAL_SIZE);
    encode(own, record, bytes);
    return new GenericDatumReader<>(ownSchema, writtenSchema, new GenericData())
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }
}
