package dev.workflowexecutor.workflow.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.FieldType;
import java.util.Set;

/** The type that an expression's place asks for. */
public enum Wanted {
  /** True or false. */
  BOOLEAN("a boolean"),
  /** Text, or a date, duration or amount of money in its canonical form. */
  TEXT("a text"),
  /** A whole number. */
  INTEGER("an integer"),
  /** A number, whole or not. */
  NUMBER("a number"),
  /** Anything that can be printed: no lists, maps or nulls. */
  SINGLE_VALUE("a single value");

  private static final Set<CelType> TEXTS =
      Set.of(SimpleType.STRING, SimpleType.TIMESTAMP, SimpleType.DURATION);

  private final String description;

  Wanted(String description) {
    this.description = description;
  }

  /** What a fact of this type can be inferred from. */
  public static Wanted by(FactType type) {
    return switch (type) {
      case FactType.Bool _ -> BOOLEAN;
      case FactType.IntegerNumber _ -> INTEGER;
      case FactType.DecimalNumber _ -> NUMBER;
      case FactType.Text _,
          FactType.Choice _,
          FactType.Money _,
          FactType.Date _,
          FactType.Time _,
          FactType.Duration _,
          FactType.Phone _,
          FactType.Email _,
          FactType.Identifier _ ->
          TEXT;
    };
  }

  /** What a tool's field of this type takes. */
  public static Wanted by(FieldType type) {
    return switch (type) {
      case FieldType.Text _, FieldType.Choice _ -> TEXT;
      case FieldType.Bool _ -> BOOLEAN;
      case FieldType.IntegerNumber _ -> INTEGER;
      case FieldType.DecimalNumber _ -> NUMBER;
    };
  }

  boolean takes(CelType type) {
    return switch (this) {
      case BOOLEAN -> type.equals(SimpleType.BOOL);
      // The checker refers to struct types by name.
      case TEXT -> TEXTS.contains(type) || type.name().equals(Types.MONEY.name());
      case INTEGER -> type.equals(SimpleType.INT);
      case NUMBER -> type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
      case SINGLE_VALUE -> BOOLEAN.takes(type) || TEXT.takes(type) || NUMBER.takes(type);
    };
  }

  String advice(CelType found) {
    return this == TEXT && (NUMBER.takes(found) || BOOLEAN.takes(found))
        ? "convert it with string(...)"
        : this == INTEGER && found.equals(SimpleType.DOUBLE) ? "convert it with int(...)" : "";
  }

  @Override
  public String toString() {
    return description;
  }
}
