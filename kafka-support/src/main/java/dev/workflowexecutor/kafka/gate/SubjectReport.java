package dev.workflowexecutor.kafka.gate;

import java.util.List;
import java.util.Optional;

/**
 * What the registry holds of one subject, beside the schema here.
 *
 * @param versions the registered versions, rising; empty if there is no such subject
 * @param ownVersion the version that is the schema here, if one is
 * @param level the compatibility level that it is held to
 * @param misfits what of the registered versions doesn't fit the schema here
 */
public record SubjectReport(
    String subject,
    List<Integer> versions,
    Optional<Integer> ownVersion,
    Level level,
    List<Misfit> misfits) {

  public SubjectReport {
    versions = List.copyOf(versions);
    misfits = List.copyOf(misfits);
  }
}
