package dev.workflowexecutor.standalone;

import dev.workflowexecutor.standalone.memory.ResidentMemory;
import dev.workflowexecutor.standalone.registry.RegistryProcess;
import dev.workflowexecutor.standalone.services.EmbeddedServices;
import dev.workflowexecutor.standalone.startup.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole platform in this JVM, with the schema registry as its only child process.
 *
 * <p>Everything listens on loopback only, and everything that must survive is in one folder: a
 * platform started again on the same folder continues where it was. Thread-safe.
 */
public final class Platform implements AutoCloseable {

  private final Parts parts;
  private final Path data;
  private final String kafka;
  private final RegistryProcess registry;
  private final EmbeddedServices services;

  Platform(
      Parts parts, Path data, String kafka, RegistryProcess registry, EmbeddedServices services) {
    this.parts = parts;
    this.data = data;
    this.kafka = kafka;
    this.registry = registry;
    this.services = services;
  }

  /**
   * Starts a platform and waits until it takes problems.
   *
   * @throws dev.workflowexecutor.standalone.startup.StartException when it can't start; nothing of
   *     it runs then
   */
  public static Platform start(PlatformSettings settings, Progress progress) {
    return new PlatformStart(settings, progress).run();
  }

  /** The folder with all that it remembers, absolute. */
  public Path data() {
    return data;
  }

  /** The address of its HTTP API. */
  public URI http() {
    return services.http();
  }

  /** HOST:PORT of its broker. */
  public String kafka() {
    return kafka;
  }

  /** The base of its registry's Confluent-compatible API. */
  public URI registry() {
    return registry.address();
  }

  /** The services that don't take records at the moment; none while all is well. */
  public List<String> notReady() {
    return services.notReady();
  }

  /** The registry as a process, which can be ended and begun again while the rest runs. */
  RegistryProcess registryProcess() {
    return registry;
  }

  /** What this JVM and the registry hold in memory, where the system tells. */
  public Optional<ResidentMemory> memory() {
    return ResidentMemory.of(List.of(ProcessHandle.current().pid(), registry.pid()));
  }

  /** Ends it: no more problems come in, what was begun is finished, and its state is closed. */
  @Override
  public void close() {
    parts.close();
  }
}
