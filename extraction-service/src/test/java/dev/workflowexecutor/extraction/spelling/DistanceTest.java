package dev.workflowexecutor.extraction.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

  @ParameterizedTest
  @CsvSource({
    "network, network, 0",
    "netwrok, network, 1",
    "networkk, network, 1",
    "netork, network, 1",
    "natwork, network, 1",
    "ntwrk, network, 2",
    "signal, billing, 3"
  })
  void countsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int expected) {
    assertThat(Distance.between(a, b, 2)).isEqualTo(expected);
  }

  @Property
  void isTheSameInBothDirections(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Distance.between(a, b, 3)).isEqualTo(Distance.between(b, a, 3));
  }

  @Property
  void isZeroForEqualWordsOnly(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Distance.between(a, b, 2) == 0).isEqualTo(a.equals(b));
  }
}
