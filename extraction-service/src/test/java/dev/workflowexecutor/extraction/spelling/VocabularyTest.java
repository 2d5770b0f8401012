package dev.workflowexecutor.extraction.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary =
      new Vocabulary(
          List.of("my recharge failed", "recharge is pending", "paise kat gaye"),
          CommonWords.shared());

  @Test
  void repairsAnUnknownWordToTheNearestOfThePack() {
    assertThat(vocabulary.repair("my rechrage faled")).isEqualTo("my recharge failed");
  }

  @Test
  void repairsAnUnknownWordToACommonOneWhereThePackHasNoneNear() {
    assertThat(vocabulary.repair("the internnet is slow")).isEqualTo("the internet is slow");
  }

  @Test
  void leavesCommonWordsAndWordsOfThePackAlone() {
    assertThat(vocabulary.repair("charge my PAISE in Mumbai"))
        .isEqualTo("charge my PAISE in Mumbai");
  }

  @Test
  void leavesShortWordsNumbersAndPunctuationAlone() {
    assertThat(vocabulary.repair("4G xyz 299/- ok!?")).isEqualTo("4G xyz 299/- ok!?");
  }

  @Test
  void readsALongTextOfUnknownWords() {
    String garbage = "qwrtzpsdfg ".repeat(900);

    assertThat(vocabulary.repair(garbage)).hasSameSizeAs(garbage);
  }
}
