package dev.workflowexecutor.cli.console;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command's answers go: lines for people, or with {@code --json} one object a line.
 *
 * <p>Answers are on standard output, progress and errors on standard error. Thread-safe.
 */
public final class Console {

  /** The exit code of a command that did what it was asked to. */
  public static final int DONE = 0;

  /** The exit code of a command that didn't. */
  public static final int FAILED = 1;

  private static final JsonMapper JSON = JsonMapper.shared();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec command;

  @Option(names = "--json", description = "One JSON object a line instead of text.")
  private boolean json;

  /** Answers: the text to people, the value as one JSON object to programs. */
  public synchronized void answer(String text, Object value) {
    if (json) {
      out().println(JSON.writeValueAsString(value));
    } else {
      out().println(text);
    }
    out().flush();
  }

  /** Answers with an object that has nothing to say to people. */
  public synchronized void program(Object value) {
    if (json) {
      out().println(JSON.writeValueAsString(value));
      out().flush();
    }
  }

  /** Answers with a text that has nothing to say to programs. */
  public synchronized void people(String text) {
    if (!json) {
      out().println(text);
      out().flush();
    }
  }

  /** Tells on standard error what happens now. */
  public synchronized void progress(String text) {
    PrintWriter err = command.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
