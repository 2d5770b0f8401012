package dev.workflowexecutor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void linesUpItsColumnsAsMarkdown() {
    Table table = new Table("pipeline", "p50 ms").row("platform", 12.345).row("bare", 7);

    assertThat(table)
        .hasToString(
            """
            | pipeline | p50 ms |
            | -------- | ------ |
            | platform | 12.3   |
            | bare     | 7      |
            """);
  }
}
