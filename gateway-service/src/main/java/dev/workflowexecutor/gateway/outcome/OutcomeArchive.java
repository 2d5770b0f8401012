package dev.workflowexecutor.gateway.outcome;

import java.util.Optional;

/** The outcomes that were stored. */
public interface OutcomeArchive {

  /** The first outcome of a problem's turn, where it is stored already. */
  Optional<Outcome> firstOf(String problemId);
}
