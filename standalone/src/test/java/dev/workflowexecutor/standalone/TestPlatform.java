package dev.workflowexecutor.standalone;

import java.net.URI;

/** A running platform with the telecom pack and its backend, wherever its parts run. */
public interface TestPlatform extends AutoCloseable {

  /** The address of the HTTP API. */
  URI http();

  /** HOST:PORT of the broker. */
  String kafka();

  /** The base of the registry's Confluent-compatible API. */
  URI registry();

  /** The address of the telecom backend. */
  URI backend();

  /** Does something while the backend isn't there. */
  void withoutBackend(Runnable action);

  /** Does something while the registry isn't there. */
  void withoutRegistry(Runnable action);

  /** Ends everything, and starts it again on what it remembers. */
  void restart();

  /** The HTTP API as a test uses it. */
  default Api api() {
    return new Api(http());
  }

  /** The topics as a test uses them. */
  default Topics topics() {
    return new Topics(this);
  }

  @Override
  void close();
}
