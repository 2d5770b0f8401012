package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.workflowexecutor.extraction.evaluate.Evaluation;
import dev.workflowexecutor.extraction.evaluate.EvaluationReport;
import dev.workflowexecutor.extraction.evaluate.LabelledRow;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.testing.Banking77;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Banking77IT {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Encoder ENCODER = new RememberingEncoder(SentenceEncoder.shared());
  private static final EmbeddedReaderTraining TRAINING = new EmbeddedReaderTraining(ENCODER);

  private static final List<String> STRANGERS =
      List.of(
          "what is the capital of France",
          "asdfgh qwerty",
          "I love pizza",
          "who invented the telephone",
          "how many legs does a spider have",
          "tell me about black holes",
          "my dog ate my homework",
          "play a song by Arijit Singh",
          "how do airplanes fly",
          "mow the lawn");

  private static Optional<Banking77> data = Optional.empty();

  @BeforeAll
  static void findsTheData() {
    data = Banking77.find();
    if (data.isEmpty()) {
      System.err.println(
          "SKIPPED: Banking77IT needs train.csv and test.csv of BANKING77 in shared/data/banking77"
              + " beside the checkout, or -D"
              + Banking77.PROPERTY
              + "=FOLDER; the accuracy of the embedded reader is NOT checked in this build");
    }
    assumeTrue(data.isPresent(), "BANKING77 isn't here");
  }

  @Test
  void namesTheRightIntentForNinetyThreeInAHundredWithAllExamples() {
    EvaluationReport report = measure("all examples", Integer.MAX_VALUE);

    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.93);
    assertThat(report.outOfScopeRecall()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void namesTheRightIntentForEightyFiveInAHundredWithTenExamplesEach() {
    EvaluationReport report = measure("ten examples an intent", 10);

    assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.85);
    assertThat(report.outOfScopeRecall()).isGreaterThanOrEqualTo(0.9);
  }

  private static EvaluationReport measure(String what, int examples) {
    EmbeddedReader reader = TRAINING.train(data.orElseThrow().catalog(examples));
    List<LabelledRow> rows = new ArrayList<>(data.orElseThrow().test());
    STRANGERS.forEach(text -> rows.add(new LabelledRow(text, Optional.empty())));
    ENCODER.encodeAll(rows.stream().map(LabelledRow::text).toList());
    EvaluationReport report = Evaluation.of(new ExtractIntent(reader), rows, AT);
    System.out.printf(
        "BANKING77, %s: accuracy %.4f, before the gate %.4f, calibration error %.4f%n",
        what, report.accuracy(), report.accuracyBeforeTheGate(), report.calibrationError());
    return report;
  }

  /** Encodes a text once for all tests, and many side by side. */
  private record RememberingEncoder(Encoder encoder, Map<String, float[]> vectors)
      implements Encoder {

    RememberingEncoder(Encoder encoder) {
      this(encoder, new ConcurrentHashMap<>());
    }

    @Override
    public float[] encode(String text) {
      return vectors.computeIfAbsent(text, encoder::encode);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
      List<String> missing =
          texts.stream().distinct().filter(text -> !vectors.containsKey(text)).toList();
      List<float[]> encoded = encoder.encodeAll(missing);
      for (int i = 0; i < missing.size(); i++) {
        vectors.put(missing.get(i), encoded.get(i));
      }
      return texts.stream().map(this::encode).toList();
    }
  }
}
