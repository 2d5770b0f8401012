package dev.workflowexecutor.images.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every panel shows something that the services really expose. */
class DashboardIT {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** What Prometheus itself adds to what it scrapes. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

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

  /** What the dashboard asks for in vain, a line each. */
  private static List<String> missingIn(List<Series> exposed) {
    return Dashboard.read().expressions().stream()
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
        && series.labels().entrySet().containsAll(wanted.equal().entrySet())
        && wanted.labels().stream()
            .allMatch(it -> OF_PROMETHEUS.contains(it) || series.labels().containsKey(it));
  }
}
