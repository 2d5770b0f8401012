package dev.workflowexecutor.cli.workflow;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.workflow.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * A finding as a program reads it.
 *
 * @param pack the pack's folder
 */
record FindingLine(
    String pack,
    String severity,
    String file,
    int line,
    int column,
    String expected,
    String found,
    String advice) {

  static void answer(Console console, Path pack, List<Finding> findings) {
    for (Finding finding : findings) {
      console.answer(pack + "/" + finding, of(pack, finding));
    }
  }

  private static FindingLine of(Path pack, Finding finding) {
    return new FindingLine(
        pack.toString(),
        finding.severity().toString(),
        finding.file(),
        finding.line(),
        finding.column(),
        finding.expected(),
        finding.found(),
        finding.advice());
  }
}
