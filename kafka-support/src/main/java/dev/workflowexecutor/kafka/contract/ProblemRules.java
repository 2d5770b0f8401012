package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.RawProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is demanded on problems.raw. The text isn't among it: each has an outcome of its own. */
final class ProblemRules {

  private ProblemRules() {}

  static List<Rule<RawProblem>> all() {
    return List.of(
        Rules.identity("problemId", RawProblem::getProblemId),
        Rules.identity("ticketId", RawProblem::getTicketId),
        Rules.ticketAsKey(RawProblem::getTicketId),
        attributes(RawProblem::getAttributes),
        Rules.time("submittedAt", RawProblem::getSubmittedAt));
  }

  /** They travel on in the next record, which must fit the broker. */
  static <R> Rule<R> attributes(Attributes<R> attributes) {
    return Rules.content(
        "attributes",
        "at most 250,000 characters, names and values together",
        record -> {
          long length =
              attributes.of(record).entrySet().stream()
                  .mapToLong(it -> it.getKey().length() + it.getValue().length())
                  .sum();
          return length > 250_000 ? Optional.of(Long.toString(length)) : Optional.empty();
        });
  }

  /** The attributes of a record. */
  @FunctionalInterface
  interface Attributes<R> {
    Map<String, String> of(R record);
  }
}
