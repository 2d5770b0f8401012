package dev.workflowexecutor.cli.extract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx extract}: works with readers. */
@Command(
    name = "extract",
    description = "Measures how well texts are read.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = EvaluateCommand.class)
public final class ExtractCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected the command evaluate");
  }
}
