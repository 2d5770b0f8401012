package dev.workflowexecutor.extraction.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.events.RawProblem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemContractTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void takesAProblemThatKeepsItsContract() {
    RawProblem problem = problem("p", "t", AT);

    assertThat(ProblemContract.checked("t", problem)).isSameAs(problem);
  }

  @Test
  void refusesARecordWithoutAValue() {
    refuses("t", null, "without a value");
  }

  @Test
  void refusesAKeyOtherThanTheTicket() {
    refuses("other", problem("p", "t", AT), "ticketId as the key");
    refuses(null, problem("p", "t", AT), "found none");
  }

  @Test
  void refusesIdsThatAreBlankOrTooLong() {
    refuses("t", problem(" ", "t", AT), "problemId");
    refuses("t", problem("p".repeat(201), "t", AT), "problemId");
    refuses("", problem("p", "", AT), "ticketId");
  }

  @Test
  void refusesTimesThatNobodyLivesIn() {
    refuses("t", problem("p", "t", Instant.EPOCH.minusMillis(1)), "submittedAt");
    refuses("t", problem("p", "t", Instant.parse("+10000-01-01T00:00:00Z")), "submittedAt");
  }

  private static void refuses(@Nullable String key, @Nullable RawProblem problem, String why) {
    assertThatThrownBy(() -> ProblemContract.checked(key, problem))
        .isInstanceOf(RefusedProblemException.class)
        .hasMessageContaining(why);
  }

  private static RawProblem problem(String problemId, String ticketId, Instant submittedAt) {
    return RawProblem.newBuilder()
        .setProblemId(problemId)
        .setTicketId(ticketId)
        .setText("it broke")
        .setAttributes(Map.of())
        .setSubmittedAt(submittedAt)
        .build();
  }
}
