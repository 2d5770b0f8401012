package dev.workflowexecutor.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a platform is to be started.
 *
 * @param data the folder with all that it remembers
 * @param packs folders to publish, each a pack or a folder of packs
 * @param tools where tools are called that have no binding of their own
 * @param properties of the services, stronger than any other setting of theirs
 */
public record PlatformSettings(
    Path data, Ports ports, List<Path> packs, Optional<URI> tools, Map<String, String> properties) {

  public PlatformSettings {
    packs = List.copyOf(packs);
    properties = Map.copyOf(properties);
  }

  /** A platform on free ports that publishes nothing. */
  public static PlatformSettings in(Path data) {
    return new PlatformSettings(data, Ports.free(), List.of(), Optional.empty(), Map.of());
  }

  /** The same on these ports. */
  public PlatformSettings on(Ports other) {
    return new PlatformSettings(data, other, packs, tools, properties);
  }

  /** The same, publishing these. */
  public PlatformSettings publishing(List<Path> folders) {
    return new PlatformSettings(data, ports, folders, tools, properties);
  }

  /** The same with its tools there. */
  public PlatformSettings calling(URI base) {
    return new PlatformSettings(data, ports, packs, Optional.of(base), properties);
  }

  /** The same with these properties of its services. */
  public PlatformSettings with(Map<String, String> others) {
    return new PlatformSettings(data, ports, packs, tools, others);
  }
}
