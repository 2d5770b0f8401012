package dev.workflowexecutor.cli.schemas;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.kafka.gate.RegistryContracts;
import dev.workflowexecutor.kafka.gate.SubjectReport;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wfx schemas register}: makes a registry ready for services that may register nothing. */
@Command(
    name = "register",
    description =
        "Registers the schemas of this release where they are missing, and sets the compatibility"
            + " level FULL_TRANSITIVE; a subject with an incompatible version is left as it is.")
final class RegisterCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();
  @Mixin private final Subjects subjects = new Subjects();

  @Override
  public Integer call() {
    return subjects.all(this::register) ? Console.DONE : Console.FAILED;
  }

  private boolean register(RegistryContracts contracts, Topic topic) {
    SubjectReport found = contracts.inspect(topic);
    if (!found.misfits().isEmpty()) {
      SubjectLine line = SubjectLine.of(found, found.misfits());
      console.answer(line.text(), line);
      return false;
    }
    if (found.ownVersion().isEmpty()) {
      contracts.register(topic);
    }
    if (!found.level().isFullTransitive()) {
      contracts.protect(topic);
    }
    SubjectReport now = contracts.inspect(topic);
    SubjectLine line = SubjectLine.of(now, contracts.misfits(topic, now));
    console.answer(line.text(), line);
    return line.problems().isEmpty();
  }
}
