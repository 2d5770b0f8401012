package dev.workflowexecutor.kafka;

/**
 * Whether a service takes records: its definitions are read to the end and its consumers or streams
 * run with their partitions assigned.
 *
 * <p>Implementations are thread-safe and answer at once.
 */
public interface ServiceReadiness {

  /** The service's name, for example {@code extraction-service}. */
  String name();

  /** True once the service takes records; may become false again. */
  boolean isReady();
}
