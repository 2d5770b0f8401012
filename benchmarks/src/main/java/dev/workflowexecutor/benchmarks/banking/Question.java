package dev.workflowexecutor.benchmarks.banking;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A customer's question and the intent that a person gave it.
 *
 * @param id the row's number in the data set, from 1
 */
record Question(int id, String text, String intent) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The rows of a CSV file with the header {@code text,intent}. */
  static List<Question> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        var parser = FORMAT.parse(reader)) {
      if (!parser.getHeaderNames().equals(List.of("text", "intent"))) {
        throw new IOException(
            file + ": expected the header text,intent, found " + parser.getHeaderNames());
      }
      List<Question> questions = new ArrayList<>();
      for (CSVRecord row : parser) {
        questions.add(new Question(questions.size() + 1, row.get(0), row.get(1)));
      }
      return questions;
    }
  }
}
