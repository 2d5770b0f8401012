package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEncoderTest {

  private final SentenceEncoder encoder = SentenceEncoder.shared();

  @Test
  void givesNearTextsNearVectors() {
    float[] slow = encoder.encode("my internet is slow");

    assertThat(Vectors.dot(slow, encoder.encode("the net is crawling")))
        .isGreaterThan(Vectors.dot(slow, encoder.encode("the cat sleeps on the sofa")) + 0.1);
  }

  @Test
  void givesTheSameVectorAloneAndInCompany() {
    List<String> texts = List.of("no signal", "my bill is too high", "no signal");

    List<float[]> vectors = encoder.encodeAll(texts);

    assertThat(vectors.get(0)).containsExactly(encoder.encode("no signal"));
    assertThat(vectors.get(2)).containsExactly(vectors.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "🙂🙂", "नेटवर्क नहीं है", "﷽", "\u0301", "a\u200db"})
  void encodesWhateverIsNotBlank(String text) {
    float[] vector = encoder.encode(text);

    assertThat(Vectors.dot(vector, vector)).isBetween(0.99, 1.01);
  }

  @Test
  void encodesTenThousandCharacters() {
    assertThat(encoder.encode("word ".repeat(2_000))).hasSize(384);
  }

  @Test
  void keepsItsTokenizerFromReportingToAnybody() {
    assertThat(encoder.encode("hello")).isNotEmpty();

    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
  }
}
