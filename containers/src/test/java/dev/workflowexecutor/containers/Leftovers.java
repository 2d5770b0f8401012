package dev.workflowexecutor.containers;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/** What an earlier run of this suite in this working copy left because its JVM was killed. */
final class Leftovers {

  private static final String LABEL = "dev.workflowexecutor.suite";

  private Leftovers() {}

  /** What tells this working copy's containers and networks from those of another. */
  static Map<String, String> labels() {
    return Map.of(LABEL, Path.of("..").toAbsolutePath().normalize().toString());
  }

  /** A network that is found again. */
  static Network network() {
    return Network.builder()
        .createNetworkCmdModifier(command -> command.withLabels(labels()))
        .build();
  }

  static void remove() {
    DockerClient docker = DockerClientFactory.instance().client();
    docker.listContainersCmd().withShowAll(true).withLabelFilter(labels()).exec().stream()
        .map(container -> docker.removeContainerCmd(container.getId()))
        .forEach(command -> command.withForce(true).withRemoveVolumes(true).exec());
    List<String> filter =
        labels().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
    docker.listNetworksCmd().withFilter("label", filter).exec().stream()
        .map(network -> docker.removeNetworkCmd(network.getId()))
        .forEach(command -> command.exec());
  }
}
