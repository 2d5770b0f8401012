package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Limits;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.time.Duration;
import java.util.List;

/** Reads the limits of a workflow. */
final class LimitsReader {

  private static final List<String> KEYS = List.of("asks", "expires");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private LimitsReader() {}

  static Limits read(Node node, Findings findings) {
    return Section.of(node, "limits", KEYS, findings)
        .map(
            section ->
                new Limits(
                    section.positive("asks").orElse(Limits.DEFAULT.asks()),
                    section
                        .text("expires")
                        .flatMap(text -> TimeSpans.read(text, SHORTEST, LONGEST, findings))
                        .orElse(Limits.DEFAULT.expiresAfter())))
        .orElse(Limits.DEFAULT);
  }
}
