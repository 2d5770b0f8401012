package dev.workflowexecutor.cli.access;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.kafka.access.AclCommands;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wfx acls print}: for administrators who do it with Kafka's own tool. */
@Command(
    name = "print",
    description =
        "Prints what the services need as commands for kafka-acls.sh, which find the broker in"
            + " $KAFKA and the administrator's settings in the file $ADMIN.")
final class PrintCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Mixin private final PrincipalOption option = new PrincipalOption();

  @Override
  public Integer call() {
    AclCommands.of(option.principals())
        .forEach(command -> console.answer(command, Map.of("command", command)));
    return Console.DONE;
  }
}
