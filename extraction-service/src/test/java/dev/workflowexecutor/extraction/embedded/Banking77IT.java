package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.workflowexecutor.extraction.evaluate.Evaluation;
import dev.workflowexecutor.extraction.evaluate.EvaluationReport;
import dev.workflowexecutor.extraction.evaluate.LabelledRow;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.testing.Banking77;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Banking77IT {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final EmbeddedReaderTraining TRAINING = new EmbeddedReaderTraining();

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
    Catalog catalog = data.orElseThrow().catalog(examples);
    long start = System.nanoTime();
    EmbeddedReader reader = TRAINING.train(catalog);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<LabelledRow> rows = new ArrayList<>(data.orElseThrow().test());
    STRANGERS.forEach(text -> rows.add(new LabelledRow(text, Optional.empty())));
    EvaluationReport report = Evaluation.of(new ExtractIntent(reader), rows, AT);
    System.out.printf("BANKING77, %s: trained in %.1f s, %s%n", what, seconds, report);
    return report;
  }
}
