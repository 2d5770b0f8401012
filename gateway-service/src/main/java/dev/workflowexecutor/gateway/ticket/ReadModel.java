package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeArchive;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import dev.workflowexecutor.gateway.problem.EarlierProblems;
import dev.workflowexecutor.gateway.problem.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of problems and outcomes. */
@Component
final class ReadModel implements EarlierProblems, OutcomeArchive {
  private static final String OUTCOMES =
      """
      select result_id, ticket_id, problem_id, status, message, data, question, awaiting, choices,
        submitted_at, completed_at
      from outcome where\s""";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReadModel(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<Fingerprint> fingerprint(String problemId) {
    return jdbc.sql("select fingerprint from problem where problem_id = ?")
        .param(problemId)
        .query(String.class)
        .optional()
        .map(Fingerprint::new);
  }

  @Override
  public Optional<Outcome> firstOf(String problemId) {
    return jdbc.sql(OUTCOMES + "problem_id = ? order by seq fetch first 1 rows only")
        .param(problemId)
        .query(this::outcome)
        .optional();
  }

  /** The stored problems of a ticket, in the order of their records. */
  List<StoredProblem> problems(String ticketId) {
    return jdbc.sql(
            "select problem_id, text, submitted_at from problem where ticket_id = ? order by seq")
        .param(Storable.text(ticketId))
        .query(
            (row, number) -> new StoredProblem(row.getString(1), row.getString(2), instant(row, 3)))
        .list();
  }

  /** The stored outcomes of a ticket, in the order of their records. */
  List<Outcome> outcomes(String ticketId) {
    return jdbc.sql(OUTCOMES + "ticket_id = ? order by seq")
        .param(Storable.text(ticketId))
        .query(this::outcome)
        .list();
  }

  /** What is shown of a problem. */
  record StoredProblem(String problemId, String text, Instant submittedAt) {}

  private Outcome outcome(ResultSet row, int number) throws SQLException {
    return new Outcome(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        OutcomeStatus.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        List.of(json.readValue(row.getString(9), String[].class)),
        instant(row, 10),
        instant(row, 11));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
