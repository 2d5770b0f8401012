package dev.workflowexecutor.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Packs;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a pack's files: no exception, and every place is inside its file. */
class PackMutationPropertyTest {

  /** Replaces some characters of a file by others. */
  record Mutation(String file, double at, int length, String by) {

    void apply(Map<String, String> files) {
      files.computeIfPresent(
          file,
          (_, text) -> {
            int start = (int) (at * text.length());
            int end = Math.min(text.length(), start + length);
            return text.substring(0, start) + by + text.substring(end);
          });
    }
  }

  @Property(tries = 500)
  void neverThrowsAndPointsIntoTheFiles(@ForAll("mutations") List<Mutation> mutations) {
    Map<String, String> files = Packs.network();
    mutations.forEach(mutation -> mutation.apply(files));

    Compilation first = PackCompiler.compile(PackFiles.of(files));

    List<Finding> findings =
        switch (first) {
          case Compilation.Compiled compiled -> compiled.warnings();
          case Compilation.Refused refused -> refused.findings();
        };
    assertThat(findings).allSatisfy(finding -> assertIsInside(finding, files));
    assertThat(PackCompiler.compile(PackFiles.of(files))).isEqualTo(first);
  }

  private static void assertIsInside(Finding finding, Map<String, String> files) {
    assertThat(files).containsKey(finding.file());
    List<String> lines =
        List.of(files.getOrDefault(finding.file(), "").split("\r\n|[\n\r\u0085\u2028\u2029]", -1));
    assertThat(finding.line()).isBetween(1, lines.size());
    assertThat(finding.column()).isBetween(1, lines.get(finding.line() - 1).length() + 1);
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<String> by =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "\n",
                "\t",
                ":",
                "- ",
                "{",
                "}",
                "[",
                "]",
                "'",
                "\"",
                "|\n",
                ">\n",
                "&a ",
                "*a",
                "!!x ",
                "<<: ",
                "# ",
                "%",
                "@",
                "\\",
                "\u0000",
                "\uFEFF",
                "\u2028",
                "\u0085",
                "😀",
                "\r",
                "\r\n",
                "true",
                "5",
                "null",
                "~",
                "facts.",
                "steps.",
                "has(",
                ")",
                "&&",
                "==",
                "has(facts.region)",
                "otherwise: true",
                "{{",
                "? ",
                "---\n",
                "...\n"),
            Arbitraries.strings().ofMaxLength(5));
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.of("network.yaml", "network.yaml", "tools.yaml", "regions.csv"),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 12),
                by)
            .as(Mutation::new);
    return mutation.list().ofMinSize(1).ofMaxSize(3);
  }
}
