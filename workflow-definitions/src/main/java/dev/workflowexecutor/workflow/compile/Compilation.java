package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Pack;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;

/** What came of compiling a pack. */
public sealed interface Compilation {

  /** A pack without errors; the warnings are sorted by place. */
  record Compiled(Pack pack, List<Finding> warnings) implements Compilation {
    public Compiled {
      warnings = List.copyOf(warnings);
    }
  }

  /** A pack with at least one error; errors and warnings are sorted by place. */
  record Refused(List<Finding> findings) implements Compilation {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
