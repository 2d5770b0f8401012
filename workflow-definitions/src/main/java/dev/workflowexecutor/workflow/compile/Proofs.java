package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Inference;
import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.Rule;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.finding.Findings;
import java.util.List;

/** Proves. */
final class Proofs {
  Proofs(Vocabulary vocabulary, List<Guarded<Step>> steps, Findings findings) {}

  void check(
      Section section,
      List<Guarded<Inference>> inferences,
      List<Guarded<Rule>> rules,
      List<Guarded<Outcome>> outcomes) {}
}
