package dev.workflowexecutor.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.workflowexecutor.standalone.startup.Port;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that can be ended and started again with all that it holds, on the same port of
 * loopback.
 */
final class Instance implements AutoCloseable {

  /** By which the containers of a run that was killed are found. */
  static final String LABEL = "dev.workflowexecutor.suite";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SECONDS_TO_END = 30;

  private final GenericContainer<?> container;
  private final int port;
  private BooleanSupplier ready = this::isHealthy;

  private Instance(GenericContainer<?> container, int port) {
    this.container = container;
    this.port = port;
  }

  /**
   * A container that isn't started yet.
   *
   * @param alias its name in the network
   * @param inside the port in the container that is published
   */
  static Instance of(String image, Network network, String alias, int inside) {
    int free = Port.free("a test", "nothing", 0);
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetwork(network)
            .withNetworkAliases(alias)
            .withLabel(LABEL, Leftovers.suite())
            .withStartupTimeout(PATIENCE)
            .waitingFor(new AtOnce())
            .withCreateContainerCmdModifier(
                command ->
                    command
                        .withExposedPorts(ExposedPort.tcp(inside))
                        .withHostConfig(published(command.getHostConfig(), inside, free)));
    return new Instance(container, free);
  }

  private static HostConfig published(HostConfig host, int inside, int outside) {
    return host.withPortBindings(
        new PortBinding(
            Ports.Binding.bindIpAndPort("127.0.0.1", outside), ExposedPort.tcp(inside)));
  }

  Instance with(Map<String, String> environment) {
    container.withEnv(environment);
    return this;
  }

  Instance running(String... command) {
    container.withCommand(command);
    return this;
  }

  /** Ready is what the test finds, where the image has no health check of its own. */
  Instance readyWhen(BooleanSupplier condition) {
    ready = condition;
    return this;
  }

  /** Starts it for the first time, without waiting until it is ready. */
  Instance start() {
    container.start();
    return this;
  }

  /** Ends it as an orchestrator would: SIGTERM, and half a minute. */
  void stop() {
    docker().stopContainerCmd(container.getContainerId()).withTimeout(SECONDS_TO_END).exec();
  }

  /** Starts it again, without waiting until it is ready. */
  void resume() {
    docker().startContainerCmd(container.getContainerId()).exec();
  }

  /** Ends it, does something, and has it ready again after that. */
  void without(Runnable action) {
    stop();
    try {
      action.run();
    } finally {
      resume();
      awaitReady();
    }
  }

  void awaitReady() {
    Awaitility.await()
        .atMost(PATIENCE)
        .conditionEvaluationListener(null)
        .until(this::isReadyOrEnded);
  }

  private boolean isReadyOrEnded() {
    if (!Boolean.TRUE.equals(state().getRunning())) {
      throw new AssertionError(
          "%s ended with code %d:%n%s"
              .formatted(
                  container.getDockerImageName(), state().getExitCodeLong(), container.getLogs()));
    }
    return ready.getAsBoolean();
  }

  private boolean isHealthy() {
    return state().getHealth() != null && "healthy".equals(state().getHealth().getStatus());
  }

  /** The code with which it ended. */
  long exitCode() {
    Long code = state().getExitCodeLong();
    return code == null ? -1 : code;
  }

  private ContainerState state() {
    return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
  }

  String logs() {
    return container.getLogs();
  }

  /** HOST:PORT on this machine. */
  String address() {
    return "127.0.0.1:" + port;
  }

  URI http() {
    return URI.create("http://" + address());
  }

  int port() {
    return port;
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  @Override
  public void close() {
    container.stop();
  }
}
