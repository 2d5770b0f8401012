package dev.workflowexecutor.cli;

import dev.workflowexecutor.cli.access.AclsCommand;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.cli.demo.DemoCommand;
import dev.workflowexecutor.cli.extract.ExtractCommand;
import dev.workflowexecutor.cli.gateway.SubmitCommand;
import dev.workflowexecutor.cli.gateway.WatchCommand;
import dev.workflowexecutor.cli.platform.UpCommand;
import dev.workflowexecutor.cli.schemas.SchemasCommand;
import dev.workflowexecutor.cli.topic.TopicsCommand;
import dev.workflowexecutor.cli.workflow.WorkflowCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx}: the platform's command line. Exit code 0 is success, 2 wrong usage, 1 the rest. */
@Command(
    name = "wfx",
    description = "People's problems, in their own words, become audited backend actions.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      SubmitCommand.class,
      WatchCommand.class,
      WorkflowCommand.class,
      TopicsCommand.class,
      AclsCommand.class,
      ExtractCommand.class,
      SchemasCommand.class,
      HelpCommand.class
    },
    scope = CommandLine.ScopeType.INHERIT)
public final class Wfx implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  private Wfx() {}

  /** Runs a command and ends this process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }

  /** All commands, writing to standard output and error until told otherwise. */
  static CommandLine commandLine() {
    return new CommandLine(new Wfx())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Wfx::explain)
        .setParameterExceptionHandler(Wfx::explainUsage);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult args) {
    command.getErr().println("wfx: " + Explanation.of(failure));
    return Console.FAILED;
  }

  private static int explainUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    command
        .getErr()
        .println(
            "wfx: %s; see %s --help"
                .formatted(Usage.explain(failure), command.getCommandSpec().qualifiedName()));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
