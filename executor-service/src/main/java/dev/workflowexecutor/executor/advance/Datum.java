package dev.workflowexecutor.executor.advance;

import org.jspecify.annotations.Nullable;

/** A value of an outcome's data, for machines. */
public sealed interface Datum {

  /** The value as null, Boolean, Long, Double or String. */
  @Nullable Object plain();

  /** A text. */
  record Text(String value) implements Datum {
    @Override
    public String plain() {
      return value;
    }
  }

  /** A whole number. */
  record Whole(long value) implements Datum {
    @Override
    public Long plain() {
      return value;
    }
  }

  /** A number with decimals. */
  record Decimal(double value) implements Datum {
    @Override
    public Double plain() {
      return value;
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Datum {
    @Override
    public Boolean plain() {
      return value;
    }
  }

  /** No value. */
  record Nothing() implements Datum {
    @Override
    public @Nullable Object plain() {
      return null;
    }
  }

  /** The datum for a value that an expression gave; what isn't a number or truth becomes text. */
  static Datum of(@Nullable Object value) {
    return switch (value) {
      case null -> new Nothing();
      case Boolean flag -> new Flag(flag);
      case Integer whole -> new Whole(whole);
      case Long whole -> new Whole(whole);
      case Float decimal -> new Decimal(decimal);
      case Double decimal -> new Decimal(decimal);
      default -> new Text(value.toString());
    };
  }
}
