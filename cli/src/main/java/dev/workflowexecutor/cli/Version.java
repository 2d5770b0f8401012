package dev.workflowexecutor.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "wfx " + Objects.requireNonNullElse(version, "unpackaged"), "Java " + Runtime.version()
    };
  }
}
