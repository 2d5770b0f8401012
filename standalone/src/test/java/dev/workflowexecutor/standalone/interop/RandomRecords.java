package dev.workflowexecutor.standalone.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Records that a schema allows, out of a seed: every branch of a union, every symbol, empty and
 * full maps and arrays, text beyond ASCII, and numbers up to what JavaScript can hold.
 */
public record RandomRecords(Random random) {

  // Beyond it avsc, on which Confluent's code for JavaScript is built, reads another number.
  private static final long LARGEST_SAFE = (1L << 52) - 1;
  private static final long LAST_MILLISECOND = 253_402_300_799_999L;
  private static final int MOST_ENTRIES = 4;
  private static final List<String> TEXTS =
      List.of(
          "", "x", "no signal since yesterday", "Zürich", "नमस्ते", "\uD83D\uDCF5", "\"\\\n\t\0");

  /** A value of the schema; a logical type's is its primitive one. */
  public @Nullable Object value(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt();
      case LONG ->
          schema.getLogicalType() == null
              ? random.nextLong(-LARGEST_SAFE, LARGEST_SAFE)
              : random.nextLong(0, LAST_MILLISECOND);
      case DOUBLE -> random.nextBoolean() ? random.nextDouble() : random.nextGaussian() * 1e300;
      case STRING -> text();
      case ENUM -> new GenericData.EnumSymbol(schema, any(schema.getEnumSymbols()));
      case ARRAY ->
          new ArrayList<>(entries().mapToObj(_ -> value(schema.getElementType())).toList());
      case MAP -> map(schema.getValueType());
      case UNION -> value(any(schema.getTypes()));
      case RECORD -> record(schema);
      case BYTES, FIXED, FLOAT ->
          throw new IllegalArgumentException("no contract has a " + schema.getType());
    };
  }

  private Map<String, @Nullable Object> map(Schema values) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    entries().forEach(i -> map.put("entry" + i, value(values)));
    return map;
  }

  private Object record(Schema schema) {
    var record = new GenericRecordBuilder(schema);
    schema.getFields().forEach(field -> record.set(field, value(field.schema())));
    return record.build();
  }

  private IntStream entries() {
    return IntStream.range(0, random.nextInt(MOST_ENTRIES));
  }

  private String text() {
    return any(TEXTS) + any(TEXTS);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
