package dev.workflowexecutor.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.standalone.Api;
import dev.workflowexecutor.standalone.SharedPlatform;
import dev.workflowexecutor.standalone.TestPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two instances of each service. */
@ExtendWith(SharedPlatform.class)
class SeveralInstancesIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);
  private static final Duration BETWEEN_PROBLEMS = Duration.ofMillis(100);

  /** What a JVM ends with after SIGTERM; 137 would say that Docker had to kill it. */
  private static final long ENDED_BY_ITSELF = 143;

  private static ContainerPlatform platform;

  @BeforeAll
  static void startTwoOfEach(TestPlatform running) {
    platform = (ContainerPlatform) running;
    platform.addOneOfEach();
  }

  @AfterAll
  static void leaveOneOfEach() {
    platform.removeOneOfEach();
  }

  @ParameterizedTest
  @EnumSource(names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
  void shareThePartitions(ServicePart service) {
    awaitMembers(service, 2);
  }

  /** A rolling restart: one is stopped, the other takes over, and the same the other way round. */
  @ParameterizedTest
  @EnumSource
  void loseAndRepeatNothingWhileTheyAreRestartedInTurn(ServicePart service) {
    Load load = Load.on(gateways(), BETWEEN_PROBLEMS);
    try (load) {
      for (Instance instance : platform.instances(service)) {
        instance.without(
            () -> {
              assertThat(instance.exitCode()).as("exit code").isEqualTo(ENDED_BY_ITSELF);
              awaitMembers(service, 1);
              assertThat(submitted().text("status")).isEqualTo("RESOLVED");
            });
        awaitMembers(service, 2);
      }
    }

    assertThat(load.taken()).hasSizeGreaterThan(50);
    awaitOneOutcomeEach(load.taken());
    assertThat(platform.topics().toolCalls()).doesNotHaveDuplicates();
  }

  private static List<URI> gateways() {
    return platform.instances(ServicePart.GATEWAY).stream().map(Instance::http).toList();
  }

  /** What a gateway answers that is running. */
  private static Api.Answer submitted() {
    return platform.instances(ServicePart.GATEWAY).stream()
        .filter(Instance::isRunning)
        .findFirst()
        .map(gateway -> new Api(gateway.http()).submit("No signal since yesterday in Pune"))
        .orElseThrow();
  }

  /** Waits until each of so many members of the service's groups has partitions. */
  private static void awaitMembers(ServicePart service, int members) {
    for (String group : service.groups()) {
      Awaitility.await()
          .atMost(LONG_ENOUGH)
          .untilAsserted(
              () ->
                  assertThat(
                          ConsumerGroup.of(group, platform.client()).partitionsByMember().values())
                      .as("partitions of the members of %s", group)
                      .hasSize(members)
                      .doesNotContain(0));
    }
  }

  private static void awaitOneOutcomeEach(Collection<String> problems) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () -> assertThat(platform.topics().outcomesByProblem().keySet()).containsAll(problems));
    assertThat(platform.topics().outcomesByProblem())
        .allSatisfy((problem, outcomes) -> assertThat(outcomes).isEqualTo(1));
  }
}
