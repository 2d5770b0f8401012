package dev.workflowexecutor.executor.advance;

/** What every record of this package asks of its texts. */
final class Required {

  private Required() {}

  static String text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("expected " + name + " to be set, found blank text");
    }
    return value;
  }
}
