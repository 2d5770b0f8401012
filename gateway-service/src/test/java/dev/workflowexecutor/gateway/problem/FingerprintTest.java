package dev.workflowexecutor.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final SortedMap<String, String> NONE = new TreeMap<>();

  @Test
  void isTheSameForTheSameWords() {
    assertThat(Fingerprint.of("t", "no signal", sorted("a", "1")))
        .isEqualTo(Fingerprint.of("t", "no signal", sorted("a", "1")));
  }

  @Test
  void tellsTicketTextAndAttributesApart() {
    assertThat(Fingerprint.of("t", "text", NONE))
        .isNotEqualTo(Fingerprint.of("u", "text", NONE))
        .isNotEqualTo(Fingerprint.of("t", "other", NONE))
        .isNotEqualTo(Fingerprint.of("t", "text", sorted("a", "1")));
  }

  @Test
  void doesNotMixUpWhereOnePartEndsAndTheNextBegins() {
    assertThat(Fingerprint.of("t1", "2", NONE)).isNotEqualTo(Fingerprint.of("t", "12", NONE));
    assertThat(Fingerprint.of("t", "x", sorted("ab", "c")))
        .isNotEqualTo(Fingerprint.of("t", "x", sorted("a", "bc")));
  }

  private static SortedMap<String, String> sorted(String name, String value) {
    return new TreeMap<>(Map.of(name, value));
  }
}
