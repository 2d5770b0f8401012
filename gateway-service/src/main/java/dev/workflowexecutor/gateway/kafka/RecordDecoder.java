package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import dev.workflowexecutor.gateway.problem.Problem;
import dev.workflowexecutor.gateway.ticket.Change;
import dev.workflowexecutor.kafka.contract.Contract;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
   * What a record changes, if it keeps its contract.
   *
   * @throws dev.workflowexecutor.kafka.registry.RegistryUnavailableException if its schema can't be
   *     had now
   */
  Decoded decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.topic().equals(Topic.PROBLEMS_RAW.topicName())
          ? decoded(Contracts.PROBLEM, read(problems, record), record, RecordDecoder::problem)
          : decoded(Contracts.RESULT, read(results, record), record, this::outcome);
    } catch (UnreadableRecordException e) {
      return new Decoded.Refused(e);
    }
  }

  private static <T extends SpecificRecord> @Nullable T read(
      Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> record) {
    return deserializer.deserialize(record.topic(), record.headers(), record.value());
  }

  private static <T extends SpecificRecord> Decoded decoded(
      Contract<T> contract,
      @Nullable T value,
      ConsumerRecord<byte[], byte[]> record,
      Function<T, Change> change) {
    String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    return switch (contract.check(key, value)) {
      case Verdict.Kept<T>(T kept) -> new Decoded.Read(change.apply(kept));
      case Verdict.Refused<T> refused -> new Decoded.Refused(refused.fault());
    };
  }

  private static Change problem(RawProblem raw) {
    return new Change.Submitted(
        new Problem(
            raw.getProblemId(),
            raw.getTicketId(),
            raw.getText(),
            new TreeMap<>(raw.getAttributes()),
            raw.getContinuesTicket(),
            raw.getSubmittedAt()));
  }

  private Change outcome(ExecutionResult result) {
    return new Change.Completed(
        new Outcome(
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
            result.getCompletedAt()));
  }
}
