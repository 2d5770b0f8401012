package dev.workflowexecutor.decision.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the deciding.
 *
 * @param threads stream threads of this instance, from 1
 * @param commitInterval how often decisions become visible; the shorter, the more commits
 * @param definitionsWait how long a ticket waits for a definition that isn't known yet
 * @param startWait how long the start waits for the published definitions to be read
 * @param expirySweep how often expired tickets are looked for, in the time of the records
 */
@ConfigurationProperties(prefix = "workflow.decision", ignoreUnknownFields = false)
public record DecisionProperties(
    @DefaultValue("1") int threads,
    @DefaultValue("25ms") Duration commitInterval,
    @DefaultValue("5s") Duration definitionsWait,
    @DefaultValue("60s") Duration startWait,
    @DefaultValue("1m") Duration expirySweep) {

  public DecisionProperties {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "expected workflow.decision.threads of at least 1, found " + threads);
    }
    requirePositive("commit-interval", commitInterval);
    requirePositive("definitions-wait", definitionsWait);
    requirePositive("start-wait", startWait);
    requirePositive("expiry-sweep", expirySweep);
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "expected workflow.decision.%s above zero, found %s".formatted(name, duration));
    }
  }
}
