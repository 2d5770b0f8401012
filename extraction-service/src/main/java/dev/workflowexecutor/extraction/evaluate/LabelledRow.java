package dev.workflowexecutor.extraction.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text and its right intent.
 *
 * @param intent empty if the text is out of scope: about none of the declared intents
 */
public record LabelledRow(String text, Optional<String> intent) {

  private static final List<String> INTENT_COLUMNS = List.of("intent", "category", "label");

  /**
   * Reads rows from CSV with a header: a column {@code text} and one of {@code intent}, {@code
   * category} or {@code label}, where nothing means out of scope. Blank texts are skipped.
   *
   * @throws IllegalArgumentException if a column is missing; the message says which
   */
  public static List<LabelledRow> readCsv(Reader csv) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser records = format.parse(csv)) {
      String intent = intentColumn(records.getHeaderNames());
      List<LabelledRow> rows = new ArrayList<>();
      for (CSVRecord row : records) {
        if (!row.get("text").isBlank()) {
          String label = row.isSet(intent) ? row.get(intent) : "";
          rows.add(new LabelledRow(row.get("text"), Optional.of(label).filter(l -> !l.isEmpty())));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String intentColumn(List<String> header) {
    if (!header.contains("text")) {
      throw new IllegalArgumentException("expected a column 'text', found " + header);
    }
    return INTENT_COLUMNS.stream()
        .filter(header::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a column 'intent' beside 'text', found " + header));
  }
}
