package dev.workflowexecutor.images.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardTest {

  private final Dashboard dashboard = Dashboard.read();

  @Test
  void showsWhatOperationsAskFor() {
    assertThat(dashboard.panels().map(panel -> panel.path("title").asString()))
        .contains(
            "Throughput per hop",
            "End to end",
            "Lag by service and topic",
            "Clarifications",
            "Escalations",
            "Dead letters",
            "Chat model",
            "Tokens",
            "Tool failures");
  }

  @Test
  void saysOfEveryPanelWhatItMeans() {
    assertThat(dashboard.panels())
        .isNotEmpty()
        .allSatisfy(panel -> assertThat(panel.path("description").asString()).isNotBlank());
  }

  @Test
  void hasExpressionsThatNameAMetric() {
    assertThat(dashboard.expressions())
        .isNotEmpty()
        .allSatisfy(shown -> assertThat(Selector.of(shown.expression())).isNotEmpty());
  }

  @Test
  void asksTheProvisionedDataSource() {
    List<JsonNode> panels = dashboard.panels().toList();

    assertThat(panels)
        .allSatisfy(
            panel -> assertThat(panel.at("/datasource/uid").asString()).isEqualTo("prometheus"));
  }

  @Test
  void numbersItsPanelsWithoutRepetition() {
    assertThat(dashboard.panels().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
  }
}
