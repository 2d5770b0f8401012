package dev.workflowexecutor.images.monitoring;

import dev.workflowexecutor.images.monitoring.Dashboard.Shown;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The rules that Prometheus alerts by. */
final class AlertRules {

  static final Path FOLDER = Path.of("..", "monitoring");

  private AlertRules() {}

  /** The expression of each, under the alert's name. */
  static List<Shown> expressions() throws IOException {
    try (Reader file = Files.newBufferedReader(FOLDER.resolve("alerts.yml"))) {
      Map<String, List<Map<String, Object>>> all = new Yaml().load(file);
      return all.getOrDefault("groups", List.of()).stream()
          .flatMap(group -> ((List<?>) group.getOrDefault("rules", List.of())).stream())
          .map(rule -> (Map<?, ?>) rule)
          .map(rule -> new Shown("alert " + rule.get("alert"), String.valueOf(rule.get("expr"))))
          .toList();
    }
  }
}
