package dev.workflowexecutor.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
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

  /** A probe in each container every few seconds would slow down what is tested. */
  private static final HealthCheck NO_HEALTH_CHECK = new HealthCheck().withTest(List.of("NONE"));

  private static final long MEMORY = 1L << 30;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SECONDS_TO_END = 30;

  private final GenericContainer<?> container;
  private final int port;
  private BooleanSupplier ready = () -> answers("/actuator/health/readiness");

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
    int free = PublishedPort.free();
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetwork(network)
            .withNetworkAliases(alias)
            .withLabels(Leftovers.labels())
            .withStartupTimeout(PATIENCE)
            .waitingFor(new AtOnce())
            .withCreateContainerCmdModifier(
                command ->
                    command
                        .withHealthcheck(NO_HEALTH_CHECK)
                        .withExposedPorts(ExposedPort.tcp(inside))
                        .withHostConfig(confined(command.getHostConfig(), inside, free)));
    return new Instance(container, free);
  }

  private static HostConfig confined(HostConfig host, int inside, int outside) {
    return host.withMemory(MEMORY)
        .withPortBindings(
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

  /** Ready is something else than that its readiness says so. */
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
    if (!isRunning()) {
      throw new AssertionError(
          "%s ended with code %d:%n%s"
              .formatted(
                  container.getDockerImageName(), state().getExitCodeLong(), container.getLogs()));
    }
    return ready.getAsBoolean();
  }

  boolean isRunning() {
    return Boolean.TRUE.equals(state().getRunning());
  }

  /** Whether a GET of this path succeeds. */
  boolean answers(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(http().resolve(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The code with which it ended. */
  long exitCode() {
    Long code = state().getExitCodeLong();
    return code == null ? -1 : code;
  }

  private ContainerState state() {
    return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
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
