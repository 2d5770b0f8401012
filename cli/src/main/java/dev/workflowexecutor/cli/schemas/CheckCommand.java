package dev.workflowexecutor.cli.schemas;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.kafka.gate.Misfit;
import dev.workflowexecutor.kafka.gate.RegistryContracts;
import dev.workflowexecutor.kafka.gate.SubjectReport;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wfx schemas check}: what would keep services from starting on a registry. */
@Command(
    name = "check",
    description =
        "Checks the schemas of this release against all versions that a registry holds, and its"
            + " compatibility levels: what services do before they start.")
final class CheckCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();
  @Mixin private final Subjects subjects = new Subjects();

  @Override
  public Integer call() {
    return subjects.all(this::check) ? Console.DONE : Console.FAILED;
  }

  private boolean check(RegistryContracts contracts, Topic topic) {
    SubjectReport report = contracts.inspect(topic);
    List<Misfit> misfits = contracts.misfits(topic, report);
    SubjectLine line = SubjectLine.of(report, misfits);
    console.answer(line.text(), line);
    return misfits.isEmpty();
  }
}
