package dev.workflowexecutor.benchmarks;

import dev.workflowexecutor.benchmarks.banking.BankingCommand;
import dev.workflowexecutor.benchmarks.pipeline.PipelineCommand;
import dev.workflowexecutor.benchmarks.serde.SerdeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. */
@Command(
    name = "benchmarks/run",
    description = "Measures the platform beside something real in the same run.",
    mixinStandardHelpOptions = true,
    subcommands = {BankingCommand.class, PipelineCommand.class, SerdeCommand.class})
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs one command and exits with 0 only when it succeeded. */
  public static void main(String[] arguments) {
    // A broken thread would leave the others waiting, and their figures worthless.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(2);
        });
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }
}
