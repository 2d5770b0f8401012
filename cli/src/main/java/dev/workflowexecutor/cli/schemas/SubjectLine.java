package dev.workflowexecutor.cli.schemas;

import dev.workflowexecutor.kafka.gate.Level;
import dev.workflowexecutor.kafka.gate.Misfit;
import dev.workflowexecutor.kafka.gate.SubjectReport;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject as a program reads it.
 *
 * @param versions the registered versions
 * @param ownVersion the version that is the schema of this release; null if none is
 * @param level the compatibility level; null if there is no such subject
 * @param problems what is wrong, a line for people each
 */
record SubjectLine(
    String subject,
    List<Integer> versions,
    @Nullable Integer ownVersion,
    @Nullable CompatibilityLevel level,
    List<String> problems) {

  static SubjectLine of(SubjectReport report, List<? extends Misfit> misfits) {
    return new SubjectLine(
        report.subject(),
        report.versions(),
        report.ownVersion().orElse(null),
        level(report.level()),
        misfits.stream().map(Misfit::message).toList());
  }

  private static @Nullable CompatibilityLevel level(Level level) {
    return switch (level) {
      case Level.Unknown _ -> null;
      case Level.Default(CompatibilityLevel found) -> found;
      case Level.Chosen(CompatibilityLevel found) -> found;
    };
  }

  /** A line for each problem, or the one that says that there is none. */
  String text() {
    return problems.isEmpty()
        ? "%s: version %s is the schema of this release, compatible with all of %s, level %s"
            .formatted(subject, ownVersion, versions, level)
        : String.join(System.lineSeparator(), problems);
  }
}
