package dev.workflowexecutor.kafka.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.FactSource;
import dev.workflowexecutor.events.IntentScore;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

  private static final Instant TOO_EARLY = Instant.EPOCH.minusMillis(1);
  private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

  static Stream<Arguments> identities() {
    var cases = new ArrayList<Arguments>();
    for (Topic topic : Topic.values()) {
      List<String> ids =
          switch (topic) {
            case PROBLEMS_RAW -> List.of("problemId", "ticketId");
            case INTENTS_EXTRACTED -> List.of("intentId", "ticketId", "problemId");
            case DECISIONS_VALIDATED -> List.of("decisionId", "ticketId", "problemId");
            case TOOLS_CALLS -> List.of("callId", "ticketId", "problemId", "decisionId");
            case TOOLS_REPLIES -> List.of("replyId", "callId", "ticketId", "decisionId");
            case EXECUTIONS_RESULTS -> List.of("resultId", "ticketId", "problemId");
            case WORKFLOWS_DEFINITIONS -> List.of("definitionId", "workflow");
          };
      for (String id : ids) {
        cases.add(arguments(topic, id, ""));
        cases.add(arguments(topic, id, " \t"));
        cases.add(arguments(topic, id, "x".repeat(201)));
      }
    }
    return cases.stream();
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        broken(Topic.PROBLEMS_RAW, "submittedAt", TOO_EARLY),
        broken(Topic.PROBLEMS_RAW, "submittedAt", TOO_LATE),
        broken(Topic.PROBLEMS_RAW, "attributes", Map.of("note", "x".repeat(250_000))),
        broken(Topic.INTENTS_EXTRACTED, "causeId", ""),
        broken(Topic.INTENTS_EXTRACTED, "text", "no signal in Pune" + "!".repeat(9_984)),
        broken(Topic.INTENTS_EXTRACTED, "attributes", Map.of("note", "x".repeat(250_000))),
        broken(Topic.INTENTS_EXTRACTED, "intent", " "),
        broken(Topic.INTENTS_EXTRACTED, "confidence", 7.0),
        broken(Topic.INTENTS_EXTRACTED, "confidence", -0.001),
        broken(Topic.INTENTS_EXTRACTED, "confidence", Double.NaN),
        broken(
            Topic.INTENTS_EXTRACTED,
            "alternatives",
            List.of(new IntentScore("no_signal", Double.POSITIVE_INFINITY))),
        broken(Topic.INTENTS_EXTRACTED, "facts", List.of(fact("region", "Pune", 13, 18))),
        broken(Topic.INTENTS_EXTRACTED, "facts", List.of(fact("region", "Pune", -1, 3))),
        broken(Topic.INTENTS_EXTRACTED, "facts", List.of(fact("region", "", 4, 4))),
        broken(Topic.INTENTS_EXTRACTED, "facts", List.of(fact("region", "Pane", 13, 17))),
        broken(Topic.INTENTS_EXTRACTED, "facts", List.of(fact("", "Pune", 13, 17))),
        broken(Topic.INTENTS_EXTRACTED, "submittedAt", TOO_EARLY),
        broken(Topic.INTENTS_EXTRACTED, "extractedAt", TOO_LATE),
        broken(Topic.DECISIONS_VALIDATED, "causeId", ""),
        broken(Topic.DECISIONS_VALIDATED, "workflow", null),
        broken(Topic.DECISIONS_VALIDATED, "workflowVersion", null),
        broken(Topic.DECISIONS_VALIDATED, "workflowVersion", 0),
        broken(Topic.DECISIONS_VALIDATED, "workflowHash", null),
        broken(Topic.DECISIONS_VALIDATED, "intent", null),
        broken(Topic.DECISIONS_VALIDATED, "facts", List.of(decided("a"), decided("a"))),
        broken(Topic.DECISIONS_VALIDATED, "facts", List.of(decided(" "))),
        broken(Topic.DECISIONS_VALIDATED, "turn", 0),
        broken(Topic.DECISIONS_VALIDATED, "submittedAt", TOO_EARLY),
        broken(Topic.DECISIONS_VALIDATED, "decidedAt", TOO_LATE),
        broken(Topic.TOOLS_CALLS, "causeId", ""),
        broken(Topic.TOOLS_CALLS, "workflow", ""),
        broken(Topic.TOOLS_CALLS, "workflowVersion", 0),
        broken(Topic.TOOLS_CALLS, "step", " "),
        broken(Topic.TOOLS_CALLS, "tool", ""),
        broken(Topic.TOOLS_CALLS, "input", ""),
        broken(Topic.TOOLS_CALLS, "timeoutMillis", 0),
        broken(Topic.TOOLS_CALLS, "timeoutMillis", 300_001),
        broken(Topic.TOOLS_CALLS, "submittedAt", TOO_EARLY),
        broken(Topic.TOOLS_CALLS, "requestedAt", TOO_LATE),
        broken(Topic.TOOLS_REPLIES, "causeId", ""),
        broken(Topic.TOOLS_REPLIES, "output", null),
        broken(Topic.TOOLS_REPLIES, "error", "x".repeat(501)),
        broken(Topic.TOOLS_REPLIES, "attempts", -1),
        broken(Topic.TOOLS_REPLIES, "submittedAt", TOO_EARLY),
        broken(Topic.TOOLS_REPLIES, "repliedAt", TOO_LATE),
        broken(Topic.EXECUTIONS_RESULTS, "causeId", ""),
        broken(Topic.EXECUTIONS_RESULTS, "message", " "),
        broken(Topic.EXECUTIONS_RESULTS, "submittedAt", TOO_EARLY),
        broken(Topic.EXECUTIONS_RESULTS, "completedAt", TOO_LATE),
        broken(Topic.WORKFLOWS_DEFINITIONS, "hash", ""),
        broken(Topic.WORKFLOWS_DEFINITIONS, "file", "other.yaml"),
        broken(Topic.WORKFLOWS_DEFINITIONS, "files", "file", Map.of()),
        broken(Topic.WORKFLOWS_DEFINITIONS, "publishedAt", TOO_EARLY));
  }

  private static Arguments broken(Topic topic, String field, @Nullable Object value) {
    return broken(topic, field, field, value);
  }

  private static Arguments broken(
      Topic topic, String field, String complaint, @Nullable Object value) {
    return arguments(topic, field, value, complaint);
  }

  @ParameterizedTest
  @EnumSource
  void takesARecordThatKeepsItsContract(Topic topic) {
    SpecificRecord record = Samples.of(topic);

    assertThat(check(topic, key(topic), record)).isEqualTo(new Verdict.Kept<>(record));
  }

  @ParameterizedTest
  @EnumSource
  void cannotTellWhoseARecordWithoutValueOrUnderAnotherKeyIs(Topic topic) {
    SpecificRecord record = Samples.of(topic);

    assertThat(complaints(topic, key(topic), null)).containsExactly("value");
    assertThat(complaints(topic, null, record)).containsExactly("key");
    assertThat(complaints(topic, "other", record)).containsExactly("key");
    assertThat(check(topic, null, record)).isInstanceOf(Verdict.Unidentified.class);
  }

  @ParameterizedTest
  @MethodSource("identities")
  void cannotTellWhoseARecordWithoutProperIdsIs(Topic topic, String field, String id) {
    SpecificRecord record = with(topic, field, id);

    assertThat(check(topic, key(topic), record)).isInstanceOf(Verdict.Unidentified.class);
    assertThat(complaints(topic, key(topic), record)).contains(field);
  }

  @ParameterizedTest
  @MethodSource("contents")
  void refusesARecordWhoseContentBreaksItsContractAndTellsWhoseItIs(
      Topic topic, String field, @Nullable Object value, String complaint) {
    SpecificRecord record = with(topic, field, value);

    assertThat(complaints(topic, key(topic), record)).containsExactly(complaint);
    assertThat(check(topic, key(topic), record)).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void demandsOfADecisionWhatItsKindNeeds() {
    for (DecisionKind kind : DecisionKind.values()) {
      SpecificRecord record = with(Topic.DECISIONS_VALIDATED, "kind", kind);

      assertThat(complaints(Topic.DECISIONS_VALIDATED, "ticket-1", record))
          .isEqualTo(
              switch (kind) {
                case EXECUTE -> List.of();
                case CLARIFY -> List.of("question", "awaiting", "message");
                case ESCALATE, REJECT, CANCEL, EXPIRE -> List.of("message");
              });
    }
  }

  @Test
  void demandsAQuestionOfAResultThatNeedsInformation() {
    SpecificRecord record = with(Topic.EXECUTIONS_RESULTS, "status", OutcomeStatus.NEEDS_INFO);

    assertThat(complaints(Topic.EXECUTIONS_RESULTS, "ticket-1", record))
        .containsExactly("question", "awaiting");
  }

  @Test
  void saysAllThatIsWrongInOneLine() {
    SpecificRecord record = with(Topic.INTENTS_EXTRACTED, "confidence", 7.0);
    record.put(record.getSchema().getField("problemId").pos(), "a\nb".repeat(100));

    assertThat(((Verdict.Refused<?>) check(Topic.INTENTS_EXTRACTED, "ticket-1", record)).fault())
        .hasMessageContaining("confidence: expected a number from 0 to 1, found 7.0")
        .hasMessageContaining("problemId: expected 1 to 200 characters, not all of them blank")
        .hasMessageContaining("of 300")
        .hasMessageNotContaining("\n")
        .extracting(BrokenContractException::reason)
        .isEqualTo("BROKEN_CONTRACT");
  }

  @Test
  void believesOnlyATimeThatTheContractAllows() {
    assertThat(Contracts.plausible(Samples.AT, 5)).isEqualTo(Samples.AT);
    assertThat(Contracts.plausible(TOO_EARLY, 5)).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(Contracts.plausible(TOO_LATE, -1)).isEqualTo(Instant.EPOCH);
  }

  private static List<String> complaints(
      Topic topic, @Nullable String key, @Nullable SpecificRecord record) {
    return switch (check(topic, key, record)) {
      case Verdict.Kept<?> _ -> List.of();
      case Verdict.Refused<?> refused ->
          refused.violations().stream().map(it -> it.demand().field()).toList();
    };
  }

  @SuppressWarnings("unchecked") // The contract is that of the record's topic.
  private static Verdict<?> check(
      Topic topic, @Nullable String key, @Nullable SpecificRecord record) {
    return ((Contract<SpecificRecord>) Contracts.of(topic)).check(key, record);
  }

  private static String key(Topic topic) {
    return topic == Topic.WORKFLOWS_DEFINITIONS ? "network@1" : "ticket-1";
  }

  private static SpecificRecord with(Topic topic, String field, @Nullable Object value) {
    SpecificRecord sample = Samples.of(topic);
    SpecificRecord record = SpecificData.get().deepCopy(sample.getSchema(), sample);
    record.put(record.getSchema().getField(field).pos(), value);
    return record;
  }

  private static ExtractedFact fact(String name, String quote, int start, int end) {
    return new ExtractedFact("network", name, "West", quote, start, end, null);
  }

  private static DecidedFact decided(String name) {
    return new DecidedFact(name, "West", FactSource.USER, "Pune");
  }
}
