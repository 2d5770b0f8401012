package dev.workflowexecutor.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that reads well as text and is Markdown as well. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... columns) {
    rows.add(List.of(columns));
  }

  /** Adds a row; numbers are written with one digit after the point. */
  public Table row(Object... cells) {
    rows.add(java.util.Arrays.stream(cells).map(Table::cell).toList());
    return this;
  }

  private static String cell(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : value.toString();
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().size();
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(1))
            .toArray();
    List<String> rule = IntStream.range(0, columns).mapToObj(c -> "-".repeat(widths[c])).toList();
    List<List<String>> all = new ArrayList<>(rows);
    all.add(1, rule);
    return all.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(c -> " " + row.get(c) + " ".repeat(widths[c] - row.get(c).length()) + " ")
        .collect(Collectors.joining("|", "|", "|\n"));
  }
}
