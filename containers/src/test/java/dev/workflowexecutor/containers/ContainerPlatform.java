package dev.workflowexecutor.containers;

import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.standalone.TestPlatform;
import dev.workflowexecutor.standalone.TestPlatformLauncher;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.Network;

/** The platform as containers: one instance of each service, and more where a test wants them. */
public final class ContainerPlatform implements TestPlatform {

  private static final Path TELECOM = Path.of("..", "workflows", "telecom");
  private static final int PARTITIONS = 6;

  private final Network network = Leftovers.network();
  private final Infrastructure infrastructure = Infrastructure.in(network);
  private final Map<ServicePart, List<Instance>> services = new EnumMap<>(ServicePart.class);

  /** Starts platforms for the test classes of the standalone module. */
  public static final class Launcher implements TestPlatformLauncher {

    @Override
    public TestPlatform launch() {
      Leftovers.remove();
      Images.build(ServicePart.images());
      ContainerPlatform platform = new ContainerPlatform();
      try {
        platform.start();
        return platform;
      } catch (RuntimeException | Error e) {
        platform.close();
        throw e;
      }
    }
  }

  private void start() {
    infrastructure.kafka().start().awaitReady();
    infrastructure.registry().start();
    infrastructure.postgres().start();
    infrastructure.backend().start();
    TopicCreation.createMissing(client(), EnumSet.allOf(Topic.class), PARTITIONS, (short) 1);
    infrastructure.registry().awaitReady();
    startOneOfEach();
    new PackPublication(client()).publish(CompiledPack.at(TELECOM), (workflow, result) -> {});
    all().forEach(Instance::awaitReady);
  }

  /** Starts another instance of each service. */
  void addOneOfEach() {
    List<Instance> added = startOneOfEach();
    added.forEach(Instance::awaitReady);
  }

  private List<Instance> startOneOfEach() {
    List<Instance> added = new ArrayList<>();
    for (ServicePart service : ServicePart.values()) {
      Instance instance = service.instance(network);
      instances(service).add(instance);
      added.add(instance.start());
    }
    return added;
  }

  /** Ends the last instance of each service, which leaves its groups. */
  void removeOneOfEach() {
    services.values().stream()
        .map(List::removeLast)
        .parallel()
        .forEach(
            instance -> {
              instance.stop();
              instance.close();
            });
  }

  /** The instances of a service, which can be added to and taken from. */
  List<Instance> instances(ServicePart service) {
    return services.computeIfAbsent(service, _ -> new ArrayList<>());
  }

  Infrastructure infrastructure() {
    return infrastructure;
  }

  /** The settings of a client on this machine. */
  Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka(), "schema.registry.url", registry().toString());
  }

  private Stream<Instance> all() {
    return Stream.concat(
        infrastructure.all().stream(),
        Arrays.stream(ServicePart.values()).flatMap(service -> instances(service).stream()));
  }

  @Override
  public URI http() {
    return instances(ServicePart.GATEWAY).getFirst().http();
  }

  @Override
  public String kafka() {
    return infrastructure.kafka().address();
  }

  @Override
  public URI registry() {
    return URI.create(infrastructure.registry().http() + "/apis/ccompat/v7");
  }

  @Override
  public URI backend() {
    return infrastructure.backend().http();
  }

  @Override
  public void withoutBackend(Runnable action) {
    infrastructure.backend().without(action);
  }

  @Override
  public void withoutRegistry(Runnable action) {
    infrastructure.registry().without(action);
  }

  @Override
  public void restart() {
    services.values().stream().flatMap(List::stream).parallel().forEach(Instance::stop);
    infrastructure.all().reversed().forEach(Instance::stop);
    infrastructure.kafka().resume();
    infrastructure.kafka().awaitReady();
    infrastructure.all().stream().skip(1).forEach(Instance::resume);
    infrastructure.all().forEach(Instance::awaitReady);
    services.values().stream().flatMap(List::stream).forEach(Instance::resume);
    services.values().stream().flatMap(List::stream).forEach(Instance::awaitReady);
  }

  @Override
  public void close() {
    all().toList().reversed().stream().parallel().forEach(Instance::close);
    network.close();
  }
}
