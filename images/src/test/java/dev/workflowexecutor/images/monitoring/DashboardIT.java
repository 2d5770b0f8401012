package dev.workflowexecutor.images.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every panel and every alert asks for something that the services really expose. */
class DashboardIT {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** What Prometheus itself adds to what it scrapes. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  /** Joined by instance, so that it needn't have the labels by which the others are grouped. */
  private static final String JOINED = "process_start_time_seconds";

  /** Every tool of the telecom pack may be called again, so no call's effect stays unknown. */
  private static final Map.Entry<String, String> NEVER_HERE = Map.entry("status", "UNKNOWN");

  @Test
  void asksOnlyForMetricsLabelsAndValuesThatTheServicesExpose(@TempDir Path folder)
      throws Exception {
    try (ChatModelDouble model = new ChatModelDouble();
        MeteredPlatform platform = new MeteredPlatform(folder, model)) {
      assertThat(platform.submit("no signal since yesterday in Pune")).contains("RESOLVED");
      assertThat(platform.submit("There is no signal on my phone since yesterday"))
          .contains("NEEDS_INFO");
      assertThat(platform.submit("I want to talk to a human")).contains("ESCALATED");
      platform.breakTool("network.findOutage");
      assertThat(platform.submit("no signal since yesterday in Mumbai")).contains("ESCALATED");
      platform.poison();

      await()
          .atMost(LONGEST)
          .untilAsserted(() -> assertThat(missingIn(platform.series())).isEmpty());
    }
  }

  /** What the dashboard and the alerts ask for in vain, a line each. */
  private static List<String> missingIn(List<Series> exposed) throws IOException {
    return Stream.concat(Dashboard.read().expressions().stream(), AlertRules.expressions().stream())
        .flatMap(
            shown ->
                Selector.of(shown.expression()).stream()
                    .filter(it -> !it.metric().equals("up"))
                    .filter(it -> exposed.stream().noneMatch(series -> fits(series, it)))
                    .map(it -> shown.panel() + ": " + it))
        .collect(Collectors.toList());
  }

  private static boolean fits(Series series, Selector wanted) {
    return series.metric().equals(wanted.metric())
        && wanted.equal().entrySet().stream()
            .allMatch(it -> it.equals(NEVER_HERE) || series.labels().entrySet().contains(it))
        && (series.metric().equals(JOINED)
            || wanted.labels().stream()
                .allMatch(it -> OF_PROMETHEUS.contains(it) || series.labels().containsKey(it)));
  }
}
