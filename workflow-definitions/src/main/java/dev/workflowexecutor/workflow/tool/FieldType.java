package dev.workflowexecutor.workflow.tool;

import java.util.List;

/** The type of a tool's input or output field. */
public sealed interface FieldType {

  /** Any text. */
  record Text() implements FieldType {}

  /** One of the listed texts. */
  record Choice(List<String> choices) implements FieldType {
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /** True or false. */
  record Bool() implements FieldType {}

  /** A whole number of 64 bits. */
  record IntegerNumber() implements FieldType {}

  /** A number, double precision. */
  record DecimalNumber() implements FieldType {}

  /** The type's name in the language. */
  default String keyword() {
    return switch (this) {
      case Text _ -> "text";
      case Choice _ -> "choice";
      case Bool _ -> "boolean";
      case IntegerNumber _ -> "integer";
      case DecimalNumber _ -> "number";
    };
  }
}
