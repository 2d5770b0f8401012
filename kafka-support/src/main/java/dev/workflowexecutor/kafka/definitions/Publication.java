package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;

/** What came of publishing a workflow. */
public sealed interface Publication {

  /** It is on the topic, and every follower takes it. */
  record Published() implements Publication {}

  /** The same version with the same content was there before; nothing was written. */
  record AlreadyThere() implements Publication {}

  /** Something speaks against another one of the same publication; nothing was written. */
  record HeldBack() implements Publication {}

  /** It conflicts with what is published, or would break it; or it doesn't compile. */
  record Refused(List<Finding> findings) implements Publication {

    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
