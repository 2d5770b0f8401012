package dev.workflowexecutor.kafka.registry;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A next version of a subject that has two, and which of the two it gets on with.
 *
 * <p>{@link #FIRST} demands {@code name} and doesn't have {@code colour}; {@link #SECOND} has a
 * default for the one and the other as an option. Both demand {@code id}.
 */
enum CompatibilityCase {
  OPTION_ADDED(fields -> id(name(colour(fields))).optionalInt("size"), true, true, true, true),
  DEMAND_ADDED(fields -> id(name(colour(fields))).requiredInt("size"), false, false, true, true),
  DEMAND_REMOVED(fields -> name(colour(fields)), true, true, false, false),
  DEFAULT_REMOVED_THAT_THE_FIRST_NEEDS(
      fields -> id(name(fields)).name("colour").type(colourType()).noDefault(),
      true,
      false,
      true,
      true),
  DEFAULT_USED_THAT_THE_FIRST_LACKS(fields -> id(colour(fields)), true, true, true, false);

  static final Schema FIRST = thing(fields -> id(fields).requiredString("name"));
  static final Schema SECOND = thing(fields -> id(name(colour(fields))));

  private final Schema schema;
  private final boolean readsSecond;
  private final boolean readsBoth;
  private final boolean isReadBySecond;
  private final boolean isReadByBoth;

  CompatibilityCase(
      UnaryOperator<FieldAssembler<Schema>> fields,
      boolean readsSecond,
      boolean readsBoth,
      boolean isReadBySecond,
      boolean isReadByBoth) {
    this.schema = thing(fields);
    this.readsSecond = readsSecond;
    this.readsBoth = readsBoth;
    this.isReadBySecond = isReadBySecond;
    this.isReadByBoth = isReadByBoth;
  }

  /** Every case with every level. */
  static Stream<Arguments> withEveryLevel() {
    return Arrays.stream(values())
        .flatMap(
            it -> Arrays.stream(CompatibilityLevel.values()).map(level -> Arguments.of(it, level)));
  }

  Schema schema() {
    return schema;
  }

  /** What Confluent's documentation of the levels says. */
  boolean isAllowedBy(CompatibilityLevel level) {
    return switch (level) {
      case NONE -> true;
      case BACKWARD -> readsSecond;
      case BACKWARD_TRANSITIVE -> readsBoth;
      case FORWARD -> isReadBySecond;
      case FORWARD_TRANSITIVE -> isReadByBoth;
      case FULL -> readsSecond && isReadBySecond;
      case FULL_TRANSITIVE -> readsBoth && isReadByBoth;
    };
  }

  private static Schema thing(UnaryOperator<FieldAssembler<Schema>> fields) {
    return fields.apply(SchemaBuilder.record("Thing").namespace("test").fields()).endRecord();
  }

  private static FieldAssembler<Schema> id(FieldAssembler<Schema> fields) {
    return fields.requiredString("id");
  }

  private static FieldAssembler<Schema> name(FieldAssembler<Schema> fields) {
    return fields.name("name").type().stringType().stringDefault("");
  }

  private static FieldAssembler<Schema> colour(FieldAssembler<Schema> fields) {
    return fields.optionalString("colour");
  }

  private static Schema colourType() {
    return SchemaBuilder.unionOf().nullType().and().stringType().endUnion();
  }
}
