package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.definitions.UnknownWorkflowException;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions as their topic has them.
 *
 * <p>A version that isn't there may be on its way and is waited for, but only once: else every
 * record that names it would hold up the records behind it. Thread-safe.
 */
public final class FollowedDefinitions implements Definitions {

  private static final Logger log = LoggerFactory.getLogger(FollowedDefinitions.class);

  private final DefinitionsFollower follower;
  private final Duration patience;
  private final Set<Version> missing = ConcurrentHashMap.newKeySet();

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
    if (known.isPresent() || !missing.add(new Version(workflow, version))) {
      return known;
    }
    log.warn("workflow {} version {} isn't known; waiting {} for it", workflow, version, patience);
    return waitedFor(workflow, version);
  }

  private Optional<Workflow> waitedFor(String workflow, int version) {
    try {
      return Optional.of(follower.require(workflow, version, patience));
    } catch (UnknownWorkflowException e) {
      log.error("workflow {} version {} didn't become known", workflow, version, e);
      return Optional.empty();
    }
  }
}
