package dev.workflowexecutor.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait=10",
        "Wait = 10",
        "wait=\"10\"",
        "respond-async, wait=10",
        "wait=10; foo=bar",
        "return=minimal,wait=10,wait=20"
      })
  void readsTheSecondsFromTheHeader(String header) {
    assertThat(PreferredWait.ofHeaders(List.of(header), LONGEST))
        .contains(new PreferredWait(Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=soon", "wait=1.5", "awaits=10"})
  void ignoresWhatIsNoWait(String header) {
    assertThat(PreferredWait.ofHeaders(List.of(header), LONGEST)).isEmpty();
  }

  @Test
  void isBoundedByTheLongestWait() {
    assertThat(PreferredWait.ofHeaders(List.of("wait=999999999"), LONGEST))
        .map(PreferredWait::applied)
        .contains("wait=60");
  }

  @Test
  void takesTheFirstOfSeveralHeaders() {
    assertThat(PreferredWait.ofHeaders(List.of("return=minimal", "wait=5", "wait=7"), LONGEST))
        .contains(new PreferredWait(Duration.ofSeconds(5)));
  }
}
