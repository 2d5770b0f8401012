package dev.workflowexecutor.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.standalone.SharedPlatform;
import dev.workflowexecutor.standalone.TestPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of each service. */
@ExtendWith(SharedPlatform.class)
class SeveralInstancesIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);
  private static final Duration BETWEEN_PROBLEMS = Duration.ofMillis(100);

  private static ContainerPlatform platform;

  @BeforeAll
  static void addOneOfEach(TestPlatform running) {
    platform = (ContainerPlatform) running;
    platform.addOneOfEach();
    instances(Function.identity()).forEach(Instance::awaitReady);
  }

  @AfterAll
  static void removeThem() {
    for (ServicePart service : ServicePart.values()) {
      platform.instances(service).removeLast().close();
    }
  }

  @Test
  void shareThePartitions() {
    for (ServicePart service : ServicePart.values()) {
      for (String group : service.groups()) {
        awaitMembers(group, 2);
      }
    }
  }

  @Test
  void takeOverFromEachOther() {
    Collection<String> problems;
    try (Load load = Load.on(List.of(second(ServicePart.GATEWAY).http()), BETWEEN_PROBLEMS)) {
      firsts().parallel().forEach(Instance::stop);
      for (ServicePart service : ServicePart.values()) {
        service.groups().forEach(group -> awaitMembers(group, 1));
      }
      problems = load.taken();
      awaitOneOutcomeEach(problems);
    } finally {
      firsts().forEach(Instance::resume);
      firsts().forEach(Instance::awaitReady);
    }

    assertThat(problems).isNotEmpty();
  }

  @Test
  void loseAndRepeatNothingWhileTheyAreRestartedInTurn() {
    List<URI> gateways =
        platform.instances(ServicePart.GATEWAY).stream().map(Instance::http).toList();
    Load load = Load.on(gateways, BETWEEN_PROBLEMS);
    try (load) {
      for (int turn = 0; turn < 2; turn++) {
        int number = turn;
        List<Instance> inTurn = instances(all -> all.subList(number, number + 1)).toList();
        inTurn.parallelStream().forEach(Instance::stop);
        assertThat(inTurn).extracting(Instance::exitCode).containsOnly(143L);
        inTurn.forEach(Instance::resume);
        inTurn.forEach(Instance::awaitReady);
      }
    }

    assertThat(load.taken()).hasSizeGreaterThan(100);
    awaitOneOutcomeEach(load.taken());
  }

  private static Stream<Instance> firsts() {
    return instances(all -> all.subList(0, 1));
  }

  private static Instance second(ServicePart service) {
    return platform.instances(service).get(1);
  }

  private static Stream<Instance> instances(Function<List<Instance>, List<Instance>> which) {
    return Arrays.stream(ServicePart.values())
        .flatMap(service -> which.apply(platform.instances(service)).stream());
  }

  private static void awaitMembers(String group, int members) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () -> {
              Collection<Integer> partitions =
                  ConsumerGroup.of(group, platform.client()).partitionsByMember().values();
              assertThat(partitions).as("members of %s", group).hasSize(members).doesNotContain(0);
            });
  }

  private static void awaitOneOutcomeEach(Collection<String> problems) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .until(() -> platform.topics().outcomesByProblem().keySet().containsAll(problems));
    Map<String, Long> outcomes = platform.topics().outcomesByProblem();
    assertThat(outcomes).extractingFromEntries(Map.Entry::getValue).containsOnly(1L);
  }
}
