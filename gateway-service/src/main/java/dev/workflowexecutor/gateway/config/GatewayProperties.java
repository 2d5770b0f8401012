package dev.workflowexecutor.gateway.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway behaves.
 *
 * @param database the H2 file of the read model, without its suffix: absolute, or beginning with ./
 *     or ~/; unused where spring.datasource.url names another database
 * @param maxWait the longest that a request may wait for its outcome (Prefer: wait)
 * @param heartbeat how often a quiet event stream gets a comment
 * @param retryAfter what clients are told to wait before they try again after a 503
 * @param maxBackoff the longest pause between two attempts to go on after a fault
 */
@ConfigurationProperties(prefix = "workflow.gateway", ignoreUnknownFields = false)
public record GatewayProperties(
    @DefaultValue("./data/gateway") String database,
    @DefaultValue("60s") Duration maxWait,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("5s") Duration retryAfter,
    @DefaultValue("2s") Duration maxBackoff) {

  public GatewayProperties {
    positive("max-wait", maxWait);
    positive("heartbeat", heartbeat);
    positive("retry-after", retryAfter);
    positive("max-backoff", maxBackoff);
  }

  private static void positive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "workflow.gateway.%s: expected a time above zero, found %s".formatted(key, value));
    }
  }
}
