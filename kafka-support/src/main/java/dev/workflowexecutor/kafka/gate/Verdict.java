package dev.workflowexecutor.kafka.gate;

import java.util.List;

/** What came of one look at the registry. */
public sealed interface Verdict {

  /** All contracts fit: records may be taken. */
  record Open() implements Verdict {}

  /** Some don't: no record may be taken. */
  record Refused(List<Misfit> misfits) implements Verdict {

    public Refused {
      misfits = List.copyOf(misfits);
    }
  }

  /** The registry didn't answer, which says nothing about the contracts. */
  record Unanswered(String reason) implements Verdict {}
}
