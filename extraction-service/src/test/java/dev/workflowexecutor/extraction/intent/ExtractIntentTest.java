package dev.workflowexecutor.extraction.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractIntentTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Catalog CATALOG =
      Catalogs.of("w", List.of(new Intent("broken", "It broke.", List.of("it broke"))), List.of());
  private static final Read BROKEN =
      new Read(Act.REPORT, Optional.of("broken"), 0.9, List.of(), List.of(), List.of());

  @Test
  void takesTheFirstAnswer() {
    Extraction extraction = extract("it broke", reader("first", BROKEN), reader("second", BROKEN));

    assertThat(extraction.reading()).isEqualTo(Reading.UNDERSTOOD);
    assertThat(extraction.reader()).isEqualTo("first");
    assertThat(extraction.definitions()).isEqualTo(CATALOG.hash());
  }

  @Test
  void asksTheNextReaderWhenOneFails() {
    Extraction extraction = extract("it broke", failing(), reader("second", BROKEN));

    assertThat(extraction.reader()).isEqualTo("second");
  }

  @Test
  void saysSoWhenAllReadersFail() {
    Extraction extraction = extract("it broke", failing(), failing());

    assertThat(extraction.reading()).isEqualTo(Reading.READER_FAILED);
    assertThat(extraction.text()).isEqualTo("it broke");
    assertThat(extraction.reader()).isEqualTo("none");
  }

  @Test
  void doesNotUnderstandAReportWithoutIntentAndFacts() {
    assertThat(extract("so what", reader("r", Read.nothing())).reading())
        .isEqualTo(Reading.UNKNOWN);
  }

  @Test
  void understandsAnActWithoutIntent() {
    Read cancel = new Read(Act.CANCEL, Optional.empty(), 0, List.of(), List.of(), List.of());

    assertThat(extract("never mind", reader("r", cancel)).reading()).isEqualTo(Reading.UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "\u0000\u0001", "\u200b\u00a0", "\ud800"})
  void asksNobodyAboutATextWithNothingInIt(String text) {
    assertThat(extract(text, failing()).reading()).isEqualTo(Reading.EMPTY_TEXT);
  }

  @Test
  void readsATextOfOneCharacter() {
    assertThat(extract("?", reader("r", Read.nothing())).reading()).isEqualTo(Reading.UNKNOWN);
  }

  @Test
  void readsATextOfTenThousandCharacters() {
    assertThat(extract("x".repeat(10_000), reader("r", BROKEN)).reading())
        .isEqualTo(Reading.UNDERSTOOD);
  }

  @Test
  void cutsAndRefusesALongerText() {
    Extraction extraction = extract("x".repeat(9_999) + "🙂 and more", failing());

    assertThat(extraction.reading()).isEqualTo(Reading.TEXT_TOO_LONG);
    assertThat(extraction.text()).isEqualTo("x".repeat(9_999));
  }

  @Test
  void givesReadersATextWithoutControlCharactersAndHalfCharacters() {
    Extraction extraction =
        extract(
            "it\u0000bro\ud800ke🙂",
            reader(
                message -> {
                  assertThat(message.text()).isEqualTo("it bro ke🙂");
                  return BROKEN;
                }));

    assertThat(extraction.text()).isEqualTo("it bro ke🙂");
  }

  @Test
  void groundsWhatReadersSay() {
    Read invented = new Read(Act.REPORT, Optional.of("hack"), 1, List.of(), List.of(), List.of());

    Extraction extraction = extract("it broke", reader("r", invented));

    assertThat(extraction.reading()).isEqualTo(Reading.UNKNOWN);
    assertThat(extraction.read().dropped()).hasSize(1);
  }

  private static Extraction extract(String text, IntentReader... readers) {
    return new ExtractIntent(readers).extract(new Message(text, AT));
  }

  private static IntentReader failing() {
    return reader(
        _ -> {
          throw new ReaderException("no answer today");
        });
  }

  private static IntentReader reader(Function<Message, Read> answer) {
    return new Fake("fake", answer);
  }

  private static IntentReader reader(String name, Read answer) {
    return new Fake(name, _ -> answer);
  }

  private record Fake(String name, Function<Message, Read> answer) implements IntentReader {
    @Override
    public Catalog catalog() {
      return CATALOG;
    }

    @Override
    public Read read(Message message) {
      return answer.apply(message);
    }
  }
}
