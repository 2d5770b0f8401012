package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.bare.BarePipeline;
import dev.workflowexecutor.benchmarks.load.Figures;
import dev.workflowexecutor.benchmarks.load.LoadGenerator;
import dev.workflowexecutor.benchmarks.load.Route;
import dev.workflowexecutor.benchmarks.pipeline.Phase.Load;
import dev.workflowexecutor.benchmarks.pipeline.Phase.Pipeline;
import dev.workflowexecutor.benchmarks.platform.Address;
import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rounds of one scenario: both pipelines in turn, flat out and at the steady rate, and whoever
 * went first in a round goes last in the next.
 */
final class Rounds {

  private static final Route PLATFORM =
      new Route(
          "platform", Topic.INTENTS_EXTRACTED.topicName(), Topic.EXECUTIONS_RESULTS.topicName());

  private final Address platform;
  private final Settings settings;
  private final Path state;

  Rounds(Address platform, Settings settings, Path state) {
    this.platform = platform;
    this.settings = settings;
    this.state = state;
  }

  List<Phase> run(Scenario scenario) throws InterruptedException {
    try (BarePipeline bare =
        BarePipeline.start(
            platform.kafka(),
            scenario.hops(),
            settings.partitions(),
            settings.streams(),
            state.resolve(scenario.hops().name()))) {
      LoadGenerator onPlatform = generator(PLATFORM, scenario, "platform");
      LoadGenerator onBare = generator(bare.route(), scenario, "bare");
      Probe.expectResolved(platform, scenario);
      return rounds(
          scenario,
          pipeline ->
              switch (pipeline) {
                case PLATFORM -> onPlatform;
                case BARE -> onBare;
              });
    }
  }

  private LoadGenerator generator(Route route, Scenario scenario, String side) {
    return new LoadGenerator(
        platform.kafka(),
        route,
        new IntentPayload(scenario, platform.serializer()),
        "bench-" + side + "-" + scenario.hops() + "-" + System.currentTimeMillis());
  }

  private List<Phase> rounds(Scenario scenario, Function<Pipeline, LoadGenerator> generators)
      throws InterruptedException {
    for (Pipeline pipeline : Pipeline.values()) {
      System.err.printf("%s, warm-up, %s%n", scenario.name(), pipeline);
      generators.apply(pipeline).flatOut(settings.inFlight(), settings.warmUp(), Duration.ZERO);
    }
    List<Phase> phases = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      for (Load load : Load.values()) {
        for (Pipeline pipeline : order(round)) {
          System.err.printf("%s, round %d, %s, %s%n", scenario.name(), round, load, pipeline);
          Figures figures = measure(generators.apply(pipeline), load);
          phases.add(new Phase(scenario.name(), round, pipeline, load, figures));
        }
      }
    }
    return phases;
  }

  private static List<Pipeline> order(int round) {
    List<Pipeline> pipelines = List.of(Pipeline.values());
    return round % 2 == 1 ? pipelines : pipelines.reversed();
  }

  private Figures measure(LoadGenerator generator, Load load) throws InterruptedException {
    return switch (load) {
      case FLAT_OUT -> generator.flatOut(settings.inFlight(), settings.ramp(), settings.measured());
      case AT_RATE -> generator.atRate(settings.rate(), settings.ramp(), settings.measured());
    };
  }
}
