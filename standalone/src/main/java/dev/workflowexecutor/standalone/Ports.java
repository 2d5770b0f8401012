package dev.workflowexecutor.standalone;

/**
 * The loopback ports of a platform; 0 is any that is free.
 *
 * @param http of the gateway
 * @param kafka of the broker
 * @param registry of the schema registry
 */
public record Ports(int http, int kafka, int registry) {

  /** Free ones. */
  public static Ports free() {
    return new Ports(0, 0, 0);
  }
}
