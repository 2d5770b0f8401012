package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.standalone.startup.Progress;
import dev.workflowexecutor.standalone.startup.StartException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What only a platform in this JVM has: a folder, ports of its own, memory that can be told. */
@ExtendWith(SharedPlatform.class)
class EmbeddedPlatformIT {

  @Test
  void refusesASecondPlatformOnTheSameFolder(EmbeddedTestPlatform running) {
    PlatformSettings settings = PlatformSettings.in(running.platform().data());

    assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("in use by another platform");
  }

  @Test
  void saysThatItsHttpPortIsTaken(EmbeddedTestPlatform running, @TempDir Path folder) {
    int taken = running.http().getPort();
    PlatformSettings settings = PlatformSettings.in(folder).on(new Ports(taken, 0, 0));

    assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("port " + taken + " for HTTP is taken")
        .hasMessageContaining("--http-port");
  }

  @Test
  void freesWhatItHasWhenItCanNotStart(EmbeddedTestPlatform running, @TempDir Path folder) {
    int taken = Integer.parseInt(running.kafka().replaceAll(".*:", ""));
    PlatformSettings settings = PlatformSettings.in(folder).on(new Ports(0, taken, 0));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("port " + taken + " for Kafka is taken");
    }
  }

  @Test
  void tellsWhatItHoldsInMemory(EmbeddedTestPlatform running) {
    assertThat(running.platform().memory())
        .hasValueSatisfying(held -> assertThat(held.peak()).isPositive());
  }
}
