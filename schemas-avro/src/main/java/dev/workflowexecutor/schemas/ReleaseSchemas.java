package dev.workflowexecutor.schemas;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Freezes the current schemas as the next released version of their subjects.
 *
 * <p>Exit code 0 when they were written or nothing had changed, 1 when a schema breaks a released
 * version, 2 for wrong usage.
 */
public final class ReleaseSchemas {

  private ReleaseSchemas() {}

  /**
   * @param arguments the folder of the released schemas, for example {@code schemas-avro/released}
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    if (arguments.size() != 1) {
      err.println("expected one argument, the folder of the released schemas; found " + arguments);
      return 2;
    }
    try {
      List<Path> written =
          new ReleasedSchemas(Path.of(arguments.getFirst())).release(Subjects.current());
      written.forEach(file -> out.println("released " + file));
      out.println(written.isEmpty() ? "nothing changed since the last release" : "done");
      return 0;
    } catch (IncompatibleSchemaException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
