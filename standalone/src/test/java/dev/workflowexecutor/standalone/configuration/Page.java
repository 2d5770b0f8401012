package dev.workflowexecutor.standalone.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page for operators: its sections by heading, and the rows of their tables. */
record Page(Map<String, List<Row>> sections) {

  private static final Path FILE = Path.of("..", "docs", "operations", "configuration.md");

  /** One row: four cells, the first and the third without their backticks. */
  record Row(String name, String type, String defaultValue, String meaning) {

    static Row of(String line) {
      String[] cells = line.substring(2, line.length() - 1).split(" \\| ", 4);
      if (cells.length < 4) {
        throw new AssertionError("expected four cells in " + line);
      }
      return new Row(code(cells[0]), cells[1].strip(), code(cells[2]), cells[3].strip());
    }

    private static String code(String cell) {
      return cell.strip().replaceAll("^`|`$", "");
    }
  }

  static Page read() {
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    String heading = "";
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (line.startsWith("## ")) {
          heading = line.substring(3).strip();
        } else if (line.startsWith("| `")) {
          sections.computeIfAbsent(heading, _ -> new ArrayList<>()).add(Row.of(line));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Page(sections);
  }

  List<Row> section(String heading) {
    return sections.getOrDefault(heading, List.of());
  }
}
