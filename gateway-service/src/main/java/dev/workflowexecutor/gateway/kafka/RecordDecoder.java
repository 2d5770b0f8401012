package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import dev.workflowexecutor.gateway.problem.Problem;
import dev.workflowexecutor.gateway.ticket.Change;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads records as what they change. Thread-safe. */
@Component
final class RecordDecoder {
  private final Deserializer<RawProblem> problems;
  private final Deserializer<ExecutionResult> results;
  private final JsonMapper json;

  RecordDecoder(ConsumerFactory<byte[], byte[]> consumers, JsonMapper json) {
    this.problems =
        ConfiguredSerdes.deserializer(RawProblem.class, consumers.getConfigurationProperties());
    this.results =
        ConfiguredSerdes.deserializer(
            ExecutionResult.class, consumers.getConfigurationProperties());
    this.json = json;
  }

  /**
   * What a record changes; an unreadable one changes nothing.
   *
   * @throws dev.workflowexecutor.kafka.registry.RegistryUnavailableException if its schema can't be
   *     had now
   */
  Change decode(String topic, byte @Nullable [] value) {
    if (value == null) {
      return new Change.Unreadable("it has no value");
    }
    try {
      return topic.equals(Topic.PROBLEMS_RAW.topicName())
          ? new Change.Submitted(problem(topic, value))
          : new Change.Completed(outcome(topic, value));
    } catch (UnreadableRecordException | IllegalArgumentException e) {
      return new Change.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private Problem problem(String topic, byte[] value) {
    RawProblem raw = read(problems, topic, value);
    return new Problem(
        raw.getProblemId(),
        raw.getTicketId(),
        raw.getText(),
        new TreeMap<>(raw.getAttributes()),
        raw.getContinuesTicket(),
        raw.getSubmittedAt());
  }

  private Outcome outcome(String topic, byte[] value) {
    ExecutionResult result = read(results, topic, value);
    return new Outcome(
        result.getResultId(),
        result.getTicketId(),
        result.getProblemId(),
        OutcomeStatus.valueOf(result.getStatus().name()),
        result.getMessage(),
        json.writeValueAsString(new TreeMap<>(result.getData())),
        Optional.ofNullable(result.getQuestion()),
        Optional.ofNullable(result.getAwaiting()),
        result.getChoices(),
        result.getSubmittedAt(),
        result.getCompletedAt());
  }

  private static <T extends SpecificRecord> T read(
      Deserializer<T> deserializer, String topic, byte[] value) {
    @Nullable T record = deserializer.deserialize(topic, value);
    if (record == null) {
      throw new IllegalArgumentException("it has no value");
    }
    return record;
  }
}
