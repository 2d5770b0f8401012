package dev.workflowexecutor.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules, the page that explains them, and the meters that they are about. */
class AlertsTest {

  private static final Path ROOT = Path.of("..");
  private static final String RULES = text(ROOT.resolve("monitoring/alerts.yml"));
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern RUNBOOK = Pattern.compile("runbook: (\\S+)");
  private static final Pattern METRIC = Pattern.compile("\\bworkflow_[a-z_]+");
  private static final Pattern METER = Pattern.compile("\"(workflow\\.[a-z.]+)\"");
  private static final String KINDS = "(_total|_seconds_(count|sum|bucket|max))?";

  @Test
  void areEachExplained() {
    String page = text(ROOT.resolve("docs/operations/monitoring.md"));

    assertThat(found(ALERT))
        .hasSizeGreaterThan(5)
        .allSatisfy(alert -> assertThat(page).contains("\n### " + alert + "\n"));
  }

  @Test
  void nameRunbooksThatAreThere() {
    assertThat(found(RUNBOOK))
        .allSatisfy(
            runbook -> {
              String[] place = runbook.split("#");
              assertThat(ROOT.resolve(place[0])).isRegularFile();
              if (place.length > 1) {
                assertThat(found(ALERT)).anyMatch(alert -> alert.equalsIgnoreCase(place[1]));
              }
            });
  }

  @Test
  void areAboutMetersThatServicesHave() {
    Set<String> meters =
        sources()
            .flatMap(source -> METER.matcher(source).results())
            .map(meter -> meter.group(1).replace('.', '_') + KINDS)
            .collect(Collectors.toSet());

    assertThat(METRIC.matcher(RULES).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(metric -> assertThat(meters).anyMatch(metric::matches));
  }

  private static List<String> found(Pattern pattern) {
    return pattern.matcher(RULES).results().map(it -> it.group(1)).distinct().toList();
  }

  private static Stream<String> sources() {
    return Stream.of("kafka-support", "extraction", "decision", "executor", "gateway")
        .map(name -> name.equals("kafka-support") ? name : name + "-service")
        .map(name -> ROOT.resolve(name).resolve("src/main/java"))
        .flatMap(AlertsTest::files)
        .map(AlertsTest::text);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
