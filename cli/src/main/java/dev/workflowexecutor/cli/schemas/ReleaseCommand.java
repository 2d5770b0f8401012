package dev.workflowexecutor.cli.schemas;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.schemas.EditedReleaseException;
import dev.workflowexecutor.schemas.IncompatibleSchemaException;
import dev.workflowexecutor.schemas.ReleasedSchemas;
import dev.workflowexecutor.schemas.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wfx schemas release}: freezes the current schemas as the next released versions. */
@Command(
    name = "release",
    description =
        "Freezes the schemas that changed since their last release as the next version, which the"
            + " build holds all later ones against.")
final class ReleaseCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Option(
      names = "--released",
      paramLabel = "DIR",
      description = "The folder of the released schemas; default: schemas-avro/released.")
  private @Nullable Path released;

  @Override
  public Integer call() throws IOException {
    Path folder = folder();
    try {
      List<Path> written = new ReleasedSchemas(folder).release(Subjects.current());
      written.forEach(
          file -> console.answer("released " + file, Map.of("released", file.toString())));
      if (written.isEmpty()) {
        console.people("nothing changed since the last release");
      }
      return Console.DONE;
    } catch (IncompatibleSchemaException | EditedReleaseException e) {
      throw new CommandFailed("nothing is released:\n" + e.getMessage(), e);
    }
  }

  private Path folder() {
    @Nullable String home = System.getProperty("wfx.home");
    Path folder =
        released == null ? Path.of(home == null ? "" : home, "schemas-avro", "released") : released;
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed(
          "the released schemas aren't in %s; name their folder with --released".formatted(folder));
    }
    return folder;
  }
}
