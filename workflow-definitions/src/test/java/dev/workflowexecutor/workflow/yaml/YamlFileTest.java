package dev.workflowexecutor.workflow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.finding.Finding;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  private final Findings findings = new Findings();

  private Optional<Node> read(String text) {
    return YamlFile.read("f.yaml", text, findings);
  }

  private List<String> found() {
    return findings.sorted().stream().map(Finding::toString).toList();
  }

  private Node.Scalar scalar(String text) {
    return read("key: " + text)
        .map(Node.Mapping.class::cast)
        .flatMap(mapping -> mapping.get("key"))
        .map(Node.Scalar.class::cast)
        .orElseThrow();
  }

  @Test
  void keepsScalarsAsTheyAreWritten() {
    assertThat(scalar("yes").text()).isEqualTo("yes");
    assertThat(scalar("1.10").text()).isEqualTo("1.10");
    assertThat(scalar("012").text()).isEqualTo("012");
    assertThat(scalar("~").isNothing()).isTrue();
    assertThat(scalar("").isNothing()).isTrue();
    assertThat(scalar("'~'").isNothing()).isFalse();
  }

  @Test
  void refusesKeysGivenTwice() {
    read("a: 1\nb: 2\na: 3\n");

    assertThat(found())
        .containsExactly(
            "f.yaml:3:1: error: expected each key once, found 'a' again; it is in line 1 already");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!java.io.File [x]",
        "a: !!javax.script.ScriptEngineManager [x]",
        "a: !mine x",
        "!mine {a: b}",
      })
  void refusesTags(String text) {
    read(text);

    assertThat(found()).isNotEmpty().allMatch(finding -> finding.contains(" tag "));
  }

  @Test
  void refusesAliasesThatGrow() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s".formatted(i, i, before));
      bomb.append((", " + before).repeat(9)).append("]\n");
    }

    read(bomb.toString());

    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void refusesAliasesThatContainThemselves() {
    read("a: &a [*a]");

    assertThat(findings.hasErrors()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment", "a: [", "a: b: c", "a: 1\n---\nb: 2", "\t", "%"})
  void refusesWhatIsNotOneDocument(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void refusesDeepNestingAndLongFiles() {
    assertThat(read("[".repeat(5_000))).isEmpty();
    assertThat(read("a: " + "b".repeat(2_500_000))).isEmpty();
    assertThat(findings.errors()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void pointsToACharacterThatCannotBePrinted() {
    read("a: 1\nbc: d\u0007e");

    assertThat(found()).singleElement().asString().startsWith("f.yaml:2:6: error: ");
  }

  @Test
  void findsPlacesInPlainAndQuotedScalars() {
    assertThat(scalar("abc").place(0)).isEqualTo(new Place("f.yaml", 1, 6));
    assertThat(scalar("abc").place(2)).isEqualTo(new Place("f.yaml", 1, 8));
    assertThat(scalar("abc").place(3)).isEqualTo(new Place("f.yaml", 1, 9));
    assertThat(scalar("'a''b'").place(2)).isEqualTo(new Place("f.yaml", 1, 10));
    assertThat(scalar("\"a\\tb\"").place(2)).isEqualTo(new Place("f.yaml", 1, 10));
    assertThat(scalar("\"\\u20b9b\"").place(1)).isEqualTo(new Place("f.yaml", 1, 13));
    assertThat(scalar("\"😀b\"").place(1)).isEqualTo(new Place("f.yaml", 1, 8));
  }

  @Test
  void findsPlacesInBlocks() {
    assertThat(scalar("|\n  ab\n   cd\n").place(4)).isEqualTo(new Place("f.yaml", 3, 4));
    assertThat(scalar("|  # comment\n  ab\n  cd\n").place(3)).isEqualTo(new Place("f.yaml", 3, 3));
    assertThat(scalar(">-\n  ab\n  cd\n").place(3)).isEqualTo(new Place("f.yaml", 3, 3));
    assertThat(scalar("|\r\n  ab\r\n  cd\r\n").place(3)).isEqualTo(new Place("f.yaml", 3, 3));
    assertThat(scalar("ab\n  cd\n").place(3)).isEqualTo(new Place("f.yaml", 2, 3));
  }
}
