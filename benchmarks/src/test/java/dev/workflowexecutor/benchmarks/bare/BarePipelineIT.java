package dev.workflowexecutor.benchmarks.bare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.benchmarks.load.LoadGenerator;
import dev.workflowexecutor.standalone.broker.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarePipelineIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Hops.class)
  void copiesEachRecordOverAllItsHops(Hops hops) throws InterruptedException {
    try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
        BarePipeline pipeline =
            BarePipeline.start(
                broker.address(), hops, 2, new StreamSettings(25, 1), folder.resolve("state"))) {
      LoadGenerator load =
          new LoadGenerator(
              broker.address(),
              pipeline.route(),
              key -> key.getBytes(StandardCharsets.UTF_8),
              "test");

      assertThat(load.flatOut(10, Duration.ZERO, Duration.ofSeconds(1)).records()).isPositive();
    }
  }
}
