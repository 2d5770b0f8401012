package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.config.GatewayProperties;
import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeArchive;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;

/** Everything around a submission, without Kafka and without a database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({SubmitProblem.class, RecentProblems.class, Outcomes.class})
class SubmissionFakes {

  @Bean
  FakeLog problemLog() {
    return new FakeLog();
  }

  @Bean
  FakeArchive archive() {
    return new FakeArchive();
  }

  @Bean
  InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  static Outcome resolved(Problem problem) {
    return new Outcome(
        "result-of-" + problem.problemId(),
        problem.ticketId(),
        problem.problemId(),
        OutcomeStatus.RESOLVED,
        "Done.",
        "{\"eta\":\"6 PM\"}",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        problem.submittedAt(),
        Instant.parse("2026-01-01T00:00:01Z"));
  }

  /** A problem log in memory, which can be told to fail. */
  static final class FakeLog implements ProblemLog {
    private final List<Problem> kept = new ArrayList<>();
    private Optional<String> failure = Optional.empty();
    private Consumer<Problem> whenKept = problem -> {};

    @Override
    public Appended append(Problem problem, Optional<String> traceparent) {
      if (failure.isPresent()) {
        return new Appended.Unconfirmed(failure.get());
      }
      kept.add(problem);
      whenKept.accept(problem);
      return new Appended.Kept();
    }

    List<Problem> kept() {
      return kept;
    }

    Problem last() {
      return kept.getLast();
    }

    void fails(String reason) {
      failure = Optional.of(reason);
    }

    void whenKept(Consumer<Problem> then) {
      whenKept = then;
    }

    void reset() {
      kept.clear();
      failure = Optional.empty();
      whenKept = problem -> {};
    }
  }

  /** A read model in memory, which can be told to be down. */
  static final class FakeArchive implements OutcomeArchive, EarlierProblems {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, Fingerprint> fingerprints = new HashMap<>();
    private boolean down;

    @Override
    public Optional<Outcome> firstOf(String problemId) {
      requireUp();
      return Optional.ofNullable(outcomes.get(problemId));
    }

    @Override
    public Optional<Fingerprint> fingerprint(String problemId) {
      requireUp();
      return Optional.ofNullable(fingerprints.get(problemId));
    }

    void store(Problem problem) {
      fingerprints.put(problem.problemId(), problem.fingerprint());
    }

    void store(Outcome outcome) {
      outcomes.put(outcome.problemId(), outcome);
    }

    void down() {
      down = true;
    }

    void reset() {
      down = false;
      outcomes.clear();
      fingerprints.clear();
    }

    private void requireUp() {
      if (down) {
        throw new DataAccessResourceFailureException("down");
      }
    }
  }
}
