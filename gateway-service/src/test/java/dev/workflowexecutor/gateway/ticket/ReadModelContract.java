package dev.workflowexecutor.gateway.ticket;

import static dev.workflowexecutor.gateway.outcome.SomeOutcome.outcome;
import static dev.workflowexecutor.gateway.outcome.SomeOutcome.question;
import static dev.workflowexecutor.gateway.outcome.SomeOutcome.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What holds for the read model on every database. */
abstract class ReadModelContract {
  private static final Slice.Source PROBLEMS = new Slice.Source("problems.raw", 0);
  private static final Slice.Source RESULTS = new Slice.Source("executions.results", 0);

  private final TestDatabase database;
  private final ReadModelWriter writer;
  private final ReadModel readModel;
  private final ReadOffsets offsets;

  ReadModelContract(TestDatabase database) {
    this.database = database;
    this.writer = database.writer();
    this.readModel = database.readModel();
    this.offsets = database.offsets();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesBackWhatWasWritten() {
    Problem problem = problem("p-1", "no signal");
    Outcome asked = question("r-1", "t-1", "p-1");
    Outcome done = resolved("r-2", "t-1", "p-1");

    writer.write(List.of(slice(PROBLEMS, 0, new Change.Submitted(problem))));
    writer.write(
        List.of(slice(RESULTS, 0, new Change.Completed(asked), new Change.Completed(done))));

    assertThat(readModel.problems("t-1"))
        .containsExactly(new ReadModel.StoredProblem("p-1", "no signal", problem.submittedAt()));
    assertThat(readModel.outcomes("t-1")).containsExactly(asked, done);
    assertThat(readModel.firstOf("p-1")).contains(asked);
    assertThat(readModel.fingerprint("p-1")).contains(problem.fingerprint());
    assertThat(readModel.fingerprint("p-2")).isEmpty();
  }

  @Test
  void movesTheOffsetBehindTheLastRecordAlsoOfAnUnreadableOne() {
    assertThat(offsets.next(PROBLEMS)).isEmpty();

    writer.write(
        List.of(
            slice(PROBLEMS, 41, new Change.Submitted(problem("p-1", "a")), new Change.Nothing())));

    assertThat(offsets.next(PROBLEMS)).isEqualTo(OptionalLong.of(43));
  }

  @Test
  void leavesOutWhatIsThereAlready() {
    Change first = new Change.Completed(resolved("r-1", "t-1", "p-1"));
    Change second = new Change.Completed(resolved("r-2", "t-1", "p-2"));
    writer.write(List.of(slice(RESULTS, 0, first)));

    List<Outcome> written = writer.write(List.of(slice(RESULTS, 0, first, second)));

    assertThat(written).extracting(Outcome::resultId).containsExactly("r-2");
    assertThat(readModel.outcomes("t-1")).hasSize(2);
  }

  @Test
  void leavesOutADuplicateAtAnotherOffset() {
    Change problem = new Change.Submitted(problem("p-1", "a"));
    Change outcome = new Change.Completed(resolved("r-1", "t-1", "p-1"));

    writer.write(List.of(slice(PROBLEMS, 0, problem, problem)));
    assertThat(writer.write(List.of(slice(RESULTS, 0, outcome, outcome)))).hasSize(1);

    assertThat(readModel.problems("t-1")).hasSize(1);
    assertThat(readModel.outcomes("t-1")).hasSize(1);
  }

  @Test
  void writesNeitherRowsNorOffsetsWhenOneRowIsRefused() {
    Outcome refused = outcome("r-2", "t-1", "p-2", "x".repeat(2_000_000));
    database.client().sql("alter table outcome alter column message type varchar(100)").update();

    assertThatThrownBy(
            () ->
                writer.write(
                    List.of(
                        slice(PROBLEMS, 0, new Change.Submitted(problem("p-1", "a"))),
                        slice(
                            RESULTS,
                            0,
                            new Change.Completed(resolved("r-1", "t-1", "p-1")),
                            new Change.Completed(refused)))))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(readModel.problems("t-1")).isEmpty();
    assertThat(readModel.outcomes("t-1")).isEmpty();
    assertThat(offsets.next(PROBLEMS)).isEmpty();
    assertThat(offsets.next(RESULTS)).isEmpty();
  }

  @Test
  void writesNothingWhenTheLastWordBeforeTheCommitFails() {
    Slice slice = slice(RESULTS, 0, new Change.Completed(resolved("r-1", "t-1", "p-1")));

    assertThatThrownBy(
            () ->
                writer.write(
                    List.of(slice),
                    _ -> {
                      throw new IllegalStateException("no broker");
                    }))
        .hasMessage("no broker");

    assertThat(readModel.outcomes("t-1")).isEmpty();
    assertThat(offsets.next(RESULTS)).isEmpty();
    assertThat(writer.write(List.of(slice))).hasSize(1);
  }

  @Test
  void tellsBeforeTheCommitWhichRecordsNobodyHasTakenYet() {
    Change nothing = new Change.Nothing();
    writer.write(List.of(slice(RESULTS, 0, nothing, nothing)));
    List<ReadModelWriter.Taken> told = new ArrayList<>();

    writer.write(List.of(slice(RESULTS, 0, nothing, nothing)), told::addAll);
    writer.write(List.of(slice(RESULTS, 1, nothing, nothing, nothing)), told::addAll);

    assertThat(told).containsExactly(new ReadModelWriter.Taken(RESULTS, 2, 4));
  }

  @Test
  void writesEachRowOnceWhenSeveralGatewaysShareTheDatabase() throws Exception {
    List<Slice> records =
        IntStream.range(0, 40)
            .mapToObj(
                i -> slice(RESULTS, i, new Change.Completed(resolved("r-" + i, "t-1", "p-" + i))))
            .toList();
    List<Callable<Integer>> gateways = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      gateways.add(() -> records.stream().mapToInt(r -> writer.write(List.of(r)).size()).sum());
    }

    int written = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> count : threads.invokeAll(gateways)) {
        written += count.get();
      }
    }

    assertThat(written).isEqualTo(40);
    assertThat(readModel.outcomes("t-1"))
        .extracting(Outcome::resultId)
        .containsExactlyElementsOf(LongStream.range(0, 40).mapToObj(i -> "r-" + i).toList());
  }

  @Test
  void beginsAgainOnlyFromTheOffsetThatWasSeen() {
    writer.write(List.of(slice(RESULTS, 9, new Change.Nothing())));

    offsets.restart(RESULTS, 5, 0);
    assertThat(offsets.next(RESULTS)).isEqualTo(OptionalLong.of(10));

    offsets.restart(RESULTS, 10, 0);
    assertThat(offsets.next(RESULTS)).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void keepsWhatTheDatabaseCannotHoldAsNearAsItCan() {
    writer.write(
        List.of(
            slice(
                PROBLEMS,
                0,
                new Change.Submitted(problem("p-1", "a\0b")),
                new Change.Submitted(problem("p-2", "\uD83D\uDE00".repeat(20_000))))));

    assertThat(readModel.problems("t-1"))
        .extracting(ReadModel.StoredProblem::text)
        .containsExactly("a\uFFFDb", "\uD83D\uDE00".repeat(10_000));
  }

  private static Problem problem(String problemId, String text) {
    return new Problem(
        problemId, "t-1", text, new TreeMap<>(), false, Instant.parse("2026-01-01T00:00:00.123Z"));
  }

  private static Slice slice(Slice.Source source, long offset, Change... changes) {
    return new Slice(
        source,
        IntStream.range(0, changes.length)
            .mapToObj(i -> new Slice.At(offset + i, changes[i]))
            .toList());
  }
}
