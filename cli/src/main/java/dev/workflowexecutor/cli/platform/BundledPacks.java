package dev.workflowexecutor.cli.platform;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The packs that come with the project, in its folder {@code workflows}. */
public final class BundledPacks {

  private BundledPacks() {}

  /**
   * Where they are.
   *
   * @throws CommandFailed when the cli doesn't run from the project's folder
   */
  public static Path folder() {
    @Nullable String home = System.getProperty("wfx.home");
    Path folder = Path.of(home == null ? "" : home, "workflows");
    if (!Files.isDirectory(folder)) {
      throw new CommandFailed(
          "the bundled packs aren't in %s; name a pack with --workflows".formatted(folder));
    }
    return folder;
  }
}
