package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.definitions.UnknownWorkflowException;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions as their topic has them.
 *
 * <p>A version that isn't there may be on its way and is waited for, but from its first mention on
 * only once: else every record that names it would hold up the records behind it. Thread-safe.
 */
public final class FollowedDefinitions implements Definitions {

  private static final Logger log = LoggerFactory.getLogger(FollowedDefinitions.class);

  private final DefinitionsFollower follower;
  private final Duration patience;
  private final Map<Version, Long> deadlines = new ConcurrentHashMap<>();

  private record Version(String workflow, int version) {}

  /**
   * Definitions out of a started follower.
   *
   * @param patience how long a version that isn't there is waited for
   */
  public FollowedDefinitions(DefinitionsFollower follower, Duration patience) {
    this.follower = follower;
    this.patience = patience;
  }

  @Override
  public Optional<Workflow> find(String workflow, int version) {
    Optional<Workflow> known = follower.catalog().find(workflow, version);
    return known.isPresent() ? known : waitedFor(new Version(workflow, version));
  }

  private Optional<Workflow> waitedFor(Version missing) {
    long deadline = deadlines.computeIfAbsent(missing, _ -> System.nanoTime() + patience.toNanos());
    Duration rest = Duration.ofNanos(deadline - System.nanoTime());
    if (!rest.isPositive()) {
      return Optional.empty();
    }
    log.warn("{} isn't known; waiting {} for it", missing, rest);
    try {
      return Optional.of(follower.require(missing.workflow(), missing.version(), rest));
    } catch (UnknownWorkflowException e) {
      log.error("{} didn't become known", missing, e);
      return Optional.empty();
    }
  }
}
