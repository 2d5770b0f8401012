package dev.workflowexecutor.extraction.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.intent.Score;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Catalog CATALOG =
      Catalogs.of(
          "w",
          List.of(new Intent("a", "A.", List.of("a")), new Intent("b", "B.", List.of("b"))),
          List.of());

  @Test
  void countsOnlyARightIntentThatWasNamedAsRight() {
    EvaluationReport report =
        evaluate(
            """
            text,intent
            a sure,a
            a unsure,a
            b sure,a
            stranger,
            b sure,
            """);

    assertThat(report.rows()).isEqualTo(5);
    assertThat(report.inScope()).isEqualTo(3);
    assertThat(report.accuracy()).isEqualTo(1 / 3.0, within(1e-9));
    assertThat(report.accuracyBeforeTheGate()).isEqualTo(2 / 3.0, within(1e-9));
    assertThat(report.accepted()).isEqualTo(2 / 3.0, within(1e-9));
    assertThat(report.accuracyOfAccepted()).isEqualTo(0.5);
    assertThat(report.outOfScopeRecall()).isEqualTo(0.5);
    assertThat(report.unknown()).isEqualTo(0.4);
    assertThat(report.calibrationError()).isEqualTo(0.3, within(1e-9));
    assertThat(report.confusions())
        .containsExactlyInAnyOrder(
            new EvaluationReport.Confusion("", "b", 1),
            new EvaluationReport.Confusion("a", "", 1),
            new EvaluationReport.Confusion("a", "b", 1));
  }

  @Test
  void readsOtherNamesOfTheIntentColumn() {
    assertThat(LabelledRow.readCsv(new StringReader("text,category\n\"a, b\",x\n ,y\n")))
        .containsExactly(new LabelledRow("a, b", Optional.of("x")));
  }

  @Test
  void saysWhichColumnIsMissing() {
    assertThatThrownBy(() -> LabelledRow.readCsv(new StringReader("words,intent\nx,y\n")))
        .hasMessageContaining("'text'");
    assertThatThrownBy(() -> LabelledRow.readCsv(new StringReader("text,topic\nx,y\n")))
        .hasMessageContaining("'intent'");
  }

  private static EvaluationReport evaluate(String csv) {
    return Evaluation.of(
        new ExtractIntent(new FirstLetter()),
        LabelledRow.readCsv(new StringReader(csv)),
        Instant.EPOCH);
  }

  /** Takes the first letter for the intent, and names it if the text is sure. */
  private static final class FirstLetter implements IntentReader {
    @Override
    public String name() {
      return "first letter";
    }

    @Override
    public Catalog catalog() {
      return CATALOG;
    }

    @Override
    public Read read(Message message) {
      String intent = message.text().substring(0, 1);
      boolean sure = message.text().endsWith(" sure");
      return new Read(
          Act.REPORT,
          sure ? Optional.of(intent) : Optional.empty(),
          sure ? 0.8 : 0,
          List.of(new Score(intent, 0.8)),
          List.of(),
          List.of());
    }
  }
}
