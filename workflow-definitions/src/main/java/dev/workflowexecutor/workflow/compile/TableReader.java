package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of choices: the value, then the words that people use for it; no header. */
final class TableReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();

  private final String file;
  private final Findings findings;

  TableReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  private record Row(long line, String value, List<String> words) {}

  List<ChoiceValue> read(String text) {
    List<Row> rows = rows(text);
    if (rows.isEmpty()) {
      findings.error(place(1), "at least one row", "none", "write a value, then its words");
    }
    Map<String, List<String>> wordsByValue = new LinkedHashMap<>();
    for (Row row : rows) {
      wordsByValue.computeIfAbsent(row.value(), _ -> new ArrayList<>()).addAll(row.words());
    }
    List<ChoiceValue> values = new ArrayList<>();
    wordsByValue.forEach((value, words) -> values.add(new ChoiceValue(value, words)));
    refuseAmbiguousWords(rows, new FactType.Choice(values));
    return values;
  }

  private List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser records = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord cells : records) {
        row(cells, line).ifPresent(rows::add);
        line = records.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      findings.error(place(line), "a table as CSV", String.valueOf(e.getMessage()), "");
    }
    return rows;
  }

  private Optional<Row> row(CSVRecord cells, long line) {
    String value = cells.get(0).strip();
    if (value.isEmpty()) {
      findings.error(place(line), "a value in the first column", "nothing", "");
      return Optional.empty();
    }
    var words = cells.stream().skip(1).map(String::strip).filter(word -> !word.isEmpty()).toList();
    return Optional.of(new Row(line, value, words));
  }

  private void refuseAmbiguousWords(List<Row> rows, FactType.Choice choice) {
    for (Row row : rows) {
      Stream.concat(Stream.of(row.value()), row.words().stream())
          .forEach(word -> refuseIfAmbiguous(row, word, choice));
    }
  }

  private void refuseIfAmbiguous(Row row, String word, FactType.Choice choice) {
    choice
        .normalise(word, Instant.EPOCH)
        .filter(first -> !first.equals(row.value()))
        .ifPresent(
            first ->
                findings.error(
                    place(row.line()),
                    "each word for one value only",
                    "'" + word + "' for '" + row.value() + "' and for '" + first + "'",
                    "keep it in one row"));
  }

  private Place place(long line) {
    return new Place(file, (int) line, 1);
  }
}
