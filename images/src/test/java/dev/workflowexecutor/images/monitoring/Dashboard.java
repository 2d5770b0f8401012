package dev.workflowexecutor.images.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard that Grafana is provisioned with. */
record Dashboard(JsonNode json) {

  private static final Path FILE =
      Path.of("..", "monitoring", "grafana", "dashboards", "workflow-executor.json");

  /** An expression and the title of the panel that shows it. */
  record Shown(String panel, String expression) {}

  static Dashboard read() {
    return new Dashboard(JsonMapper.shared().readTree(FILE));
  }

  Stream<JsonNode> panels() {
    return json.path("panels").valueStream();
  }

  List<Shown> expressions() {
    return panels()
        .flatMap(
            panel ->
                panel
                    .path("targets")
                    .valueStream()
                    .map(
                        target ->
                            new Shown(
                                panel.path("title").asString(), target.path("expr").asString())))
        .toList();
  }
}
