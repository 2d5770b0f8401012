package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeArchive;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.outcome.Waiting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Submits a problem once, however often it is asked to, and waits for its outcome if asked to. */
@Component
final class SubmitProblem {
  private static final Logger log = LoggerFactory.getLogger(SubmitProblem.class);

  private final ProblemLog problems;
  private final EarlierProblems earlier;
  private final RecentProblems recent;
  private final Outcomes outcomes;
  private final OutcomeArchive archive;
  private final ConcurrentMap<String, Fingerprint> underWay = new ConcurrentHashMap<>();
  private final Counter accepted;
  private final Counter notTaken;

  SubmitProblem(
      ProblemLog problems,
      EarlierProblems earlier,
      RecentProblems recent,
      Outcomes outcomes,
      OutcomeArchive archive,
      MeterRegistry meters) {
    this.problems = problems;
    this.earlier = earlier;
    this.recent = recent;
    this.outcomes = outcomes;
    this.archive = archive;
    this.accepted = meters.counter("workflow.gateway.problems.accepted");
    this.notTaken = meters.counter("workflow.gateway.problems.not.taken");
  }

  /** Submits a problem that nobody can have submitted before. */
  Submitted submit(Problem problem, Optional<String> traceparent, Duration wait) {
    try (Waiting waiting = outcomes.await(problem.problemId())) {
      return append(problem, traceparent, waiting, wait);
    }
  }

  /** Submits a problem whose id comes from an idempotency key, unless it is there already. */
  Submitted submitOnce(Problem problem, Optional<String> traceparent, Duration wait) {
    Fingerprint fingerprint = problem.fingerprint();
    Fingerprint first = underWay.putIfAbsent(problem.problemId(), fingerprint);
    if (first != null && !first.equals(fingerprint)) {
      return new Submitted.KeyReused();
    }
    try {
      return submitUnlessKnown(problem, traceparent, wait);
    } finally {
      if (first == null) {
        underWay.remove(problem.problemId());
      }
    }
  }

  private Submitted submitUnlessKnown(
      Problem problem, Optional<String> traceparent, Duration wait) {
    try (Waiting waiting = outcomes.await(problem.problemId())) {
      Optional<Fingerprint> before = earlierFingerprint(problem.problemId());
      if (before.isEmpty()) {
        return append(problem, traceparent, waiting, wait);
      }
      if (!before.get().equals(problem.fingerprint())) {
        return new Submitted.KeyReused();
      }
      Optional<Outcome> known = wait.isZero() ? Optional.empty() : firstOutcome(problem);
      return known
          .<Submitted>map(Submitted.Answered::new)
          .orElseGet(() -> answer(problem, waiting, wait));
    }
  }

  private Submitted append(
      Problem problem, Optional<String> traceparent, Waiting waiting, Duration wait) {
    return switch (problems.append(problem, traceparent)) {
      case ProblemLog.Appended.Kept _ -> {
        recent.add(problem);
        accepted.increment();
        yield answer(problem, waiting, wait);
      }
      case ProblemLog.Appended.Unconfirmed(String reason) -> {
        notTaken.increment();
        yield new Submitted.NotTaken(reason);
      }
    };
  }

  private static Submitted answer(Problem problem, Waiting waiting, Duration wait) {
    return waiting
        .forAtMost(wait)
        .<Submitted>map(Submitted.Answered::new)
        .orElseGet(() -> new Submitted.Accepted(problem));
  }

  private Optional<Fingerprint> earlierFingerprint(String problemId) {
    Optional<Fingerprint> inMemory = recent.find(problemId).map(Problem::fingerprint);
    if (inMemory.isPresent()) {
      return inMemory;
    }
    try {
      return earlier.fingerprint(problemId);
    } catch (DataAccessException e) {
      log.warn("Can't look up the earlier problem {}: {}", problemId, e.toString());
      return Optional.empty();
    }
  }

  private Optional<Outcome> firstOutcome(Problem problem) {
    Optional<Outcome> inMemory = outcomes.recent(problem.ticketId(), problem.problemId());
    if (inMemory.isPresent()) {
      return inMemory;
    }
    try {
      return archive.firstOf(problem.problemId());
    } catch (DataAccessException e) {
      log.warn("Can't look up the outcome of {}: {}", problem.problemId(), e.toString());
      return Optional.empty();
    }
  }
}
