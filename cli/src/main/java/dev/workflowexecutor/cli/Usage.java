package dev.workflowexecutor.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the way a command was called, in one line for people. */
final class Usage {

  private Usage() {}

  static String explain(ParameterException failure) {
    return failure instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : Objects.toString(failure.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    CommandLine command = failure.getCommandLine();
    boolean hasCommands = !command.getSubcommands().isEmpty();
    String expected =
        failure.isUnknownOption()
            ? "an option of " + command.getCommandSpec().qualifiedName()
            : hasCommands
                ? "one of the commands " + String.join(", ", command.getSubcommands().keySet())
                : "nothing more";
    List<String> near = failure.getSuggestions();
    return "expected %s, found '%s'%s"
        .formatted(
            expected,
            failure.getUnmatched().getFirst(),
            near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)");
  }
}
