package dev.workflowexecutor.executor.tool;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to the tools' hosts, kept open between calls.
 *
 * <p>The client does what it is told and nothing by itself: it repeats nothing, follows nothing and
 * remembers nothing, because only the worker knows what may be repeated.
 */
final class Connections {

  /** How many calls are under way is for the tools' own limits to say. */
  private static final int UNBOUNDED = 10_000;

  /** A host may have closed what was idle; after that long a connection is looked at first. */
  private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(500);

  /** Shorter than what servers usually keep open. */
  private static final Timeout LONGEST_IDLE = Timeout.of(Duration.ofSeconds(15));

  private Connections() {}

  static CloseableHttpClient client(ToolLimits limits) {
    return HttpClients.custom()
        .setConnectionManager(pool(limits))
        .setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
        .setUserAgent("workflow-executor")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(ToolLimits limits) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(UNBOUNDED)
        .setMaxConnPerRoute(UNBOUNDED)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                .setValidateAfterInactivity(TRUSTED_IDLE)
                .setIdleTimeout(LONGEST_IDLE)
                .build())
        .build();
  }
}
