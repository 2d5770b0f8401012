package dev.workflowexecutor.standalone.registry;

import dev.workflowexecutor.standalone.startup.StartException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the build has unpacked Apicurio Registry, and where this module's own classes are. */
record RegistryInstallation(Path runner, Path ownClasses) {

  /** The system property that names the root of the project. */
  static final String HOME = "wfx.home";

  private static final Path UNDER_HOME = Path.of("standalone", "target", "registry");
  private static final String RUNNER = "quarkus-run.jar";

  /** Finds it under {@code wfx.home}, or in a folder above the one that holds these classes. */
  static RegistryInstallation find() {
    Path own = ownLocation();
    @Nullable String home = System.getProperty(HOME);
    Stream<Path> homes =
        home == null
            ? Stream.iterate(own, p -> p != null, Path::getParent)
            : Stream.of(Path.of(home));
    return homes
        .map(root -> root.resolve(UNDER_HOME).resolve(RUNNER))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(runner -> new RegistryInstallation(runner, own))
        .orElseThrow(
            () ->
                new StartException(
                    "the schema registry isn't unpacked in %s; build once with mvn package, or set -D%s"
                        .formatted(UNDER_HOME, HOME)));
  }

  private static Path ownLocation() {
    try {
      return Path.of(
          RegistryMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StartException("can't tell where the platform's own classes are", e);
    }
  }
}
