package dev.workflowexecutor.standalone.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void isUnknownForAProcessThatDoesNotExist() {
    assertThat(ResidentMemory.of(List.of(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  void sumsItsProcesses() {
    long self = ProcessHandle.current().pid();

    assertThat(ResidentMemory.of(List.of(self, self)))
        .hasValueSatisfying(memory -> assertThat(memory.peak()).isGreaterThan(memory.now() / 2));
  }
}
