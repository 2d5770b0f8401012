package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules decided about a turn, as far as carrying it out needs it.
 *
 * <p>Either steps run ({@link Execute}), or the person is told something and nothing runs ({@link
 * Told}).
 */
public sealed interface Decision {

  /** The id of the decision's record, from which call and result ids are derived. */
  String decisionId();

  /** The turn that was decided. */
  Turn turn();

  /** The time of the decision. */
  Instant decidedAt();

  /** A sentence that goes before whatever the outcome says. */
  Optional<String> notice();

  /**
   * The workflow's steps run.
   *
   * @param workflow the version the ticket is bound to
   * @param intent the ticket's intent
   * @param text the message that opened the request
   * @param facts all known facts in canonical form, inferred ones included, by name
   */
  record Execute(
      String decisionId,
      Turn turn,
      Instant decidedAt,
      Optional<String> notice,
      WorkflowVersion workflow,
      String intent,
      String text,
      SortedMap<String, String> facts)
      implements Decision {

    public Execute {
      Required.text("decisionId", decisionId);
      requireNonNull(turn, "turn");
      requireNonNull(decidedAt, "decidedAt");
      requireNonNull(workflow, "workflow");
      Required.text("intent", intent);
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }

  /** No step runs; the outcome says what was decided. */
  sealed interface Told extends Decision {

    /** What the person is told. */
    String message();
  }

  /**
   * One fact is asked for.
   *
   * @param question the question that is open from now on
   */
  record Clarify(
      String decisionId,
      Turn turn,
      Instant decidedAt,
      Optional<String> notice,
      String message,
      Question question)
      implements Told {

    public Clarify {
      Required.text("decisionId", decisionId);
      requireNonNull(turn, "turn");
      requireNonNull(decidedAt, "decidedAt");
      Required.text("message", message);
      requireNonNull(question, "question");
    }
  }

  /**
   * The turn ends without a step.
   *
   * @param status ESCALATED, REJECTED, CANCELLED or EXPIRED
   */
  record End(
      String decisionId,
      Turn turn,
      Instant decidedAt,
      Optional<String> notice,
      String message,
      Status status)
      implements Told {

    private static final Set<Status> ENDS =
        Collections.unmodifiableSet(
            EnumSet.of(Status.ESCALATED, Status.REJECTED, Status.CANCELLED, Status.EXPIRED));

    public End {
      Required.text("decisionId", decisionId);
      requireNonNull(turn, "turn");
      requireNonNull(decidedAt, "decidedAt");
      Required.text("message", message);
      if (!ENDS.contains(status)) {
        throw new IllegalArgumentException("expected one of " + ENDS + ", found " + status);
      }
    }
  }
}
