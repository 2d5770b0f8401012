package dev.workflowexecutor.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/workflow-language.md are true. */
class LanguageReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "workflow-language.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static List<MatchResult> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(language))
        .toList();
  }

  private static Map<String, String> pack() throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<MatchResult> blocks = new ArrayList<>(blocks("yaml"));
    blocks.addAll(blocks("csv"));
    for (MatchResult block : blocks) {
      if (block.group(2).startsWith("file=")) {
        files.put(block.group(2).substring("file=".length()), block.group(3));
      }
    }
    return files;
  }

  static List<String> expressions() throws IOException {
    return blocks("cel")
        .getFirst()
        .group(3)
        .lines()
        .map(LanguageReferenceTest::uncommented)
        .toList();
  }

  private static String uncommented(String line) {
    int comment = line.indexOf(" // ");
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  @Test
  void hasAPackWithoutFindings() throws IOException {
    assertThat(pack().keySet()).containsExactly("network.yaml", "regions.csv", "tools.yaml");
    assertThat(Packs.findings(pack())).isEmpty();
  }

  @Test
  void hasScenariosThatAreYaml() throws IOException {
    Findings findings = new Findings();

    for (MatchResult block : blocks("yaml")) {
      assertThat(YamlFile.read("block", block.group(3), findings)).isPresent();
    }

    assertThat(findings.sorted()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void hasExpressionsThatAreConditions(String expression) throws IOException {
    Map<String, String> files = pack();
    String outcomes =
        "outcomes:\n  - { when: \"%s\", failed: x }\n  - { otherwise: true, failed: y }\n\n";
    files.computeIfPresent(
        "network.yaml",
        (_, text) ->
            text.substring(0, text.indexOf("outcomes:"))
                + outcomes.formatted(expression)
                + text.substring(text.indexOf("limits:")));

    assertThat(Packs.compiled(files).getFirst().outcomes())
        .anyMatch(outcome -> outcome.when().source().equals(expression));
  }
}
