package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.executor.tool.Bindings;
import dev.workflowexecutor.executor.tool.ToolLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where tools live and how patient the worker is with them.
 *
 * @param baseUrl tools without a binding are called at {@code {baseUrl}/{tool}}
 * @param bindings settings {@code <tool>.url}, {@code .method}, {@code .concurrency} and {@code
 *     .headers.<name>}; flat, because tool names have dots
 * @param concurrency how many calls of one tool may be under way at once
 * @param longestWait how long a call waits for its turn at a busy tool
 * @param connectTimeout how long a connection may take to open
 * @param responseSize the largest answer that is read
 */
@ConfigurationProperties(prefix = "workflow.tools", ignoreUnknownFields = false)
record ToolProperties(
    @Nullable String baseUrl,
    @DefaultValue Map<String, String> bindings,
    int concurrency,
    Duration longestWait,
    Duration connectTimeout,
    DataSize responseSize,
    Retry retry,
    Breaker breaker) {

  /** How often and after which pauses a call is attempted again. */
  record Retry(int attempts, Duration firstBackoff, Duration longestBackoff, double jitter) {}

  /** When a tool is left alone: failed attempts in percent of a window, and for how long. */
  record Breaker(float failureRate, int window, Duration pause) {}

  Bindings toBindings() {
    return Bindings.of(bindings, baseUrl == null || baseUrl.isBlank() ? null : URI.create(baseUrl));
  }

  ToolLimits toLimits() {
    return new ToolLimits(
        retry.attempts(),
        retry.firstBackoff(),
        retry.longestBackoff(),
        retry.jitter(),
        concurrency,
        longestWait,
        breaker.failureRate(),
        breaker.window(),
        breaker.pause(),
        connectTimeout,
        responseSize.toBytes());
  }
}
