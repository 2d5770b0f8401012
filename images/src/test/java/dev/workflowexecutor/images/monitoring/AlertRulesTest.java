package dev.workflowexecutor.images.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The alert rules in Prometheus' own hands: the cases of monitoring/alerts.test.yml. */
class AlertRulesTest {

  @Test
  void haveExpressionsThatNameAMetric() throws Exception {
    assertThat(AlertRules.expressions())
        .hasSizeGreaterThan(10)
        .allSatisfy(rule -> assertThat(Selector.of(rule.expression())).isNotEmpty());
  }

  @Test
  void fireInTheCasesThatTheyAreForAndInNoOther() throws Exception {
    Process promtool;
    try {
      promtool =
          new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
              .directory(AlertRules.FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      System.err.println(
          "NOT RUN: monitoring/alerts.test.yml, because there is no promtool on the PATH"
              + " (it comes with Prometheus)");
      abort("expected promtool on the PATH, found none: " + e.getMessage());
      return;
    }
    String said = new String(promtool.getInputStream().readAllBytes(), UTF_8);

    assertThat(promtool.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS");
  }
}
