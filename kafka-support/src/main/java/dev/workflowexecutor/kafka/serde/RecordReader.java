package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import dev.workflowexecutor.schemas.Mismatch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads records that were written with one schema as instances of one class. Thread-safe. */
sealed interface RecordReader {

  /** How many of the reasons not to read a record are told. */
  int MOST_MISMATCHES = 3;

  SpecificRecord read(byte[] record);

  /** A reader for the pair; one that refuses every record if the pair doesn't fit. */
  static RecordReader of(Schema written, Class<? extends SpecificRecord> type) {
    Schema expected = SpecificData.get().getSchema(type);
    try {
      List<Mismatch> mismatches = Mismatch.between(expected, written);
      if (!mismatches.isEmpty()) {
        return new Refusing(told(written, expected, mismatches));
      }
      // Not SpecificDatumReader: it resolves the schemas anew for each new thread, and a virtual
      // thread per record is one.
      var builder = new FastReaderBuilder(SpecificData.getForClass(type));
      return new Resolving(builder.createDatumReader(written, expected), new AtomicReference<>());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // What Avro thinks of another's schema may be of any kind.
      return new Refusing("Can't be read as " + expected.getFullName() + ": " + e);
    }
  }

  private static String told(Schema written, Schema expected, List<Mismatch> mismatches) {
    String most =
        mismatches.stream()
            .limit(MOST_MISMATCHES)
            .map(Mismatch::toString)
            .collect(Collectors.joining("; "));
    int more = mismatches.size() - MOST_MISMATCHES;
    return "Written as %.200s, which can't be read as %s: %s%s"
        .formatted(
            written.getFullName(),
            expected.getFullName(),
            most,
            more > 0 ? "; and " + more + " more" : "");
  }

  /** Reads by resolving the written schema into the class's. */
  record Resolving(
      DatumReader<SpecificRecord> reader, AtomicReference<@Nullable BinaryDecoder> idle)
      implements RecordReader {

    private static final int LARGEST_KEPT = 64 * 1024;

    @Override
    public SpecificRecord read(byte[] record) {
      int length = record.length - WireFormat.HEADER;
      BinaryDecoder decoder =
          DecoderFactory.get()
              .binaryDecoder(record, WireFormat.HEADER, length, idle.getAndSet(null));
      SpecificRecord read = read(decoder);
      // It keeps the record's bytes until it is used again.
      if (length <= LARGEST_KEPT) {
        idle.setRelease(decoder);
      }
      return read;
    }

    private SpecificRecord read(BinaryDecoder decoder) {
      SpecificRecord read;
      boolean atEnd;
      try {
        read = reader.read(null, decoder);
        atEnd = decoder.isEnd();
      } catch (StackOverflowError e) {
        // Such a schema may name itself, and then the record says how deep it goes.
        throw new UnreadableRecordException(
            Kind.CORRUPT_BODY, "The body can't be decoded: it is nested too deeply", e);
      } catch (IOException | RuntimeException e) {
        // Avro answers garbage with many kinds of exceptions, some of them not its own. That of
        // types is one: the schemas fit, so it is a symbol or branch that neither has.
        throw new UnreadableRecordException(
            Kind.CORRUPT_BODY, "The body can't be decoded: " + e, e);
      }
      if (!atEnd) {
        throw new UnreadableRecordException(
            Kind.CORRUPT_BODY, "The body goes on after the record's end", null);
      }
      return read;
    }
  }

  /** Refuses every record. */
  record Refusing(String why) implements RecordReader {

    @Override
    public SpecificRecord read(byte[] record) {
      throw new UnreadableRecordException(Kind.INCOMPATIBLE_SCHEMA, why, null);
    }
  }
}
