package dev.workflowexecutor.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** Containers of an earlier run of this suite in this working copy, whose JVM was killed. */
final class Leftovers {

  private Leftovers() {}

  /** What tells this working copy's containers from those of another. */
  static String suite() {
    return Path.of("..").toAbsolutePath().normalize().toString();
  }

  static void remove() {
    DockerClient docker = DockerClientFactory.instance().client();
    List<Container> found =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(Instance.LABEL, suite()))
            .exec();
    for (Container container : found) {
      docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
    }
  }
}
