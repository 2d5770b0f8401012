package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What one event changed: the next state, and the records that go out together with it.
 *
 * @param next the state to keep
 * @param calls the calls to record, in order; empty where nothing is to be done
 * @param result the outcome, where the turn has ended with this event
 */
public record Advanced(Execution next, List<Call> calls, Optional<Result> result) {

  public Advanced {
    requireNonNull(next, "next");
    calls = List.copyOf(calls);
  }

  static Advanced unchanged(Execution execution) {
    return new Advanced(execution, List.of(), Optional.empty());
  }

  static Advanced calling(Execution.Running running) {
    return new Advanced(running, List.of(running.awaited()), Optional.empty());
  }

  static Advanced ended(Decision decision, Result result) {
    return new Advanced(
        new Execution.Completed(decision.decisionId()), List.of(), Optional.of(result));
  }
}
