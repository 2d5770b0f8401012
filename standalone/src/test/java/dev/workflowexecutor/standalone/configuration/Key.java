package dev.workflowexecutor.standalone.configuration;

/**
 * A key of the configuration.
 *
 * @param type in the words of the page; empty where only Spring knows it
 * @param defaultValue as it is written in the service's settings
 */
record Key(String type, String defaultValue) {

  /** What a service's own settings say is stronger than what its code does. */
  Key withDefaultOf(Key stronger) {
    return new Key(type, stronger.defaultValue);
  }

  /** A row of the page, to be completed. */
  String row(String name) {
    return "| `%s` | %s | `%s` | |".formatted(name, type, defaultValue);
  }
}
