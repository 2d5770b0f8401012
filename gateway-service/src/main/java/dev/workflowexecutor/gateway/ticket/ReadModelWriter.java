package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.problem.Problem;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records into the read model: rows and offset in one transaction, each record once. Several
 * gateways may share the database: the offset's row is locked meanwhile, and what another one has
 * written already is left out.
 */
@Component
public final class ReadModelWriter {
  private static final int BATCH = 500;
  private static final String PROBLEM =
      """
      insert into problem (problem_id, ticket_id, text, fingerprint, submitted_at)
      values (?, ?, ?, ?, ?) on conflict do nothing""";
  private static final String OUTCOME =
      """
      insert into outcome (result_id, ticket_id, problem_id, status, message, data, question,
        awaiting, choices, submitted_at, completed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

  private final JdbcTemplate jdbc;
  private final ReadOffsets offsets;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  ReadModelWriter(
      JdbcTemplate jdbc, ReadOffsets offsets, TransactionTemplate transaction, JsonMapper json) {
    this.jdbc = jdbc;
    this.offsets = offsets;
    this.transaction = transaction;
    this.json = json;
  }

  /** Is told what is about to be committed; whatever it throws undoes the writing. */
  @FunctionalInterface
  public interface BeforeCommit {
    /** These records are written now, and weren't by another gateway before. */
    void taken(List<Taken> slices);
  }

  /** Records of a partition from one offset to before another. */
  public record Taken(Slice.Source source, long from, long next) {

    /** Whether the record is one of them. */
    public boolean has(Slice.Source partition, long offset) {
      return source.equals(partition) && from <= offset && offset < next;
    }
  }

  /** Writes the slices and returns the outcomes among them that weren't there. */
  List<Outcome> write(List<Slice> slices) {
    return write(slices, taken -> {});
  }

  /** The same; the offsets move only if the last word before the commit is no exception. */
  public List<Outcome> write(List<Slice> slices, BeforeCommit last) {
    return transaction.execute(status -> writeLocked(slices, last));
  }

  private List<Outcome> writeLocked(List<Slice> slices, BeforeCommit last) {
    List<Problem> problems = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    List<Taken> taken = new ArrayList<>();
    // Everybody locks in the same order, so that nobody waits in a circle.
    for (Slice slice : slices.stream().sorted(Comparator.comparing(Slice::source)).toList()) {
      long next = offsets.lock(slice.source());
      if (slice.nextOffset() > next) {
        collect(slice, next, problems, outcomes);
        offsets.move(slice.source(), slice.nextOffset());
        taken.add(new Taken(slice.source(), next, slice.nextOffset()));
      }
    }
    insert(PROBLEM, problems, ReadModelWriter::bind);
    int[] inserted = insert(OUTCOME, outcomes, this::bind);
    last.taken(taken);
    return withRow(outcomes, inserted);
  }

  private static void collect(
      Slice slice, long next, List<Problem> problems, List<Outcome> outcomes) {
    for (Slice.At at : slice.changes()) {
      if (at.offset() >= next) {
        switch (at.change()) {
          case Change.Submitted(Problem problem) -> problems.add(problem);
          case Change.Completed(Outcome outcome) -> outcomes.add(outcome);
          case Change.Nothing _ -> {}
        }
      }
    }
  }

  private interface Binding<T> {
    void bind(PreparedStatement row, T value) throws SQLException;
  }

  private <T> int[] insert(String sql, List<T> values, Binding<T> binding) {
    if (values.isEmpty()) {
      return new int[0];
    }
    int[] rows = new int[values.size()];
    int at = 0;
    for (int[] batch : jdbc.batchUpdate(sql, values, BATCH, binding::bind)) {
      System.arraycopy(batch, 0, rows, at, batch.length);
      at += batch.length;
    }
    return rows;
  }

  private static List<Outcome> withRow(List<Outcome> outcomes, int[] rows) {
    List<Outcome> inserted = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != 0) {
        inserted.add(outcomes.get(i));
      }
    }
    return inserted;
  }

  private static void bind(PreparedStatement row, Problem problem) throws SQLException {
    row.setString(1, Storable.text(problem.problemId()));
    row.setString(2, Storable.text(problem.ticketId()));
    row.setString(3, Storable.shownText(problem.text()));
    row.setString(4, problem.fingerprint().value());
    row.setObject(5, utc(problem.submittedAt()));
  }

  private void bind(PreparedStatement row, Outcome outcome) throws SQLException {
    row.setString(1, Storable.text(outcome.resultId()));
    row.setString(2, Storable.text(outcome.ticketId()));
    row.setString(3, Storable.text(outcome.problemId()));
    row.setString(4, outcome.status().name());
    row.setString(5, Storable.text(outcome.message()));
    row.setString(6, Storable.text(outcome.data()));
    row.setString(7, outcome.question().map(Storable::text).orElse(null));
    row.setString(8, outcome.awaiting().map(Storable::text).orElse(null));
    row.setString(9, Storable.text(json.writeValueAsString(outcome.choices())));
    row.setObject(10, utc(outcome.submittedAt()));
    row.setObject(11, utc(outcome.completedAt()));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
