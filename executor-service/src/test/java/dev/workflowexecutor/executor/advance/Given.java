package dev.workflowexecutor.executor.advance;

import dev.workflowexecutor.workflow.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Events for tests of {@link Advance}. */
final class Given {

  static final Instant SUBMITTED = Instant.parse("2026-03-01T10:00:00Z");
  static final Instant DECIDED = Instant.parse("2026-03-01T10:00:01Z");
  static final Instant REPLIED = Instant.parse("2026-03-01T10:00:02Z");
  static final Turn TURN = new Turn("ticket-1", "problem-1", SUBMITTED);

  private Given() {}

  static Decision.Execute execute(Workflow workflow) {
    return execute(workflow, Optional.empty());
  }

  static Decision.Execute execute(Workflow workflow, Optional<String> notice) {
    return new Decision.Execute(
        "decision-1",
        TURN,
        DECIDED,
        notice,
        WorkflowVersion.of(workflow),
        workflow.intents().keySet().iterator().next(),
        "no signal",
        new TreeMap<>(Map.of("region", "west")));
  }

  static Reply succeeded(Advanced advanced, String output) {
    String call = awaited(advanced).callId();
    return new Reply.Succeeded(Reply.idOf(call), call, REPLIED, output);
  }

  static Reply failed(Advanced advanced) {
    String call = awaited(advanced).callId();
    return new Reply.Failed(Reply.idOf(call), call, REPLIED, "connection refused by 10.0.0.1");
  }

  static Call awaited(Advanced advanced) {
    return ((Execution.Running) advanced.next()).awaited();
  }
}
