package dev.workflowexecutor.gateway.problem;

import java.util.Optional;

/** The problems that were submitted before, as far as they are known. */
public interface EarlierProblems {

  /** The fingerprint of the problem with this id, where it is known now. */
  Optional<Fingerprint> fingerprint(String problemId);
}
