package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.FactSource;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/** Decision records for tests. */
public final class Decisions {

  private static final Instant SUBMITTED = Instant.parse("2026-03-01T09:59:59Z");

  private Decisions() {}

  /** A decision to run a workflow for the region west. */
  public static ValidatedDecision.Builder execute(Workflow workflow, int number) {
    return of(DecisionKind.EXECUTE, number)
        .setWorkflow(workflow.name())
        .setWorkflowVersion(workflow.version())
        .setWorkflowHash(workflow.hash())
        .setIntent(workflow.intents().keySet().iterator().next())
        .setFacts(
            List.of(
                DecidedFact.newBuilder()
                    .setFact("region")
                    .setValue("west")
                    .setSource(FactSource.USER)
                    .setEvidence("Mumbai")
                    .build()));
  }

  /** A decision about the turn with this number, of a ticket of its own. */
  public static ValidatedDecision.Builder of(DecisionKind kind, int number) {
    return ValidatedDecision.newBuilder()
        .setDecisionId("decision-" + number)
        .setTicketId("ticket-" + number)
        .setProblemId("problem-" + number)
        .setCauseId("intent-" + number)
        .setKind(kind)
        .setReason("RULE")
        .setText("no signal in Mumbai")
        .setMessage(kind == DecisionKind.EXECUTE ? "" : "So it is.")
        .setTurn(1)
        .setSubmittedAt(SUBMITTED)
        .setDecidedAt(SUBMITTED.plusMillis(100));
  }
}
