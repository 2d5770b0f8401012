package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.executor.advance.Advance;
import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.advance.Decision;
import dev.workflowexecutor.executor.advance.Execution;
import dev.workflowexecutor.executor.advance.Result;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to carry out decisions, each once. */
final class DecisionProcessor
    implements Processor<String, ValidatedDecision, String, SpecificRecord> {

  private static final Logger log = LoggerFactory.getLogger(DecisionProcessor.class);
  private static final Duration LOOK_FOR_OLD_EVERY = Duration.ofMinutes(1);

  /** Some hundredths of a second's work. */
  private static final int LOOKED_AT_AT_ONCE = 5_000;

  private final Definitions definitions;
  private final Duration retention;
  private final ExecutionObserver observer;
  private @Nullable Executions executions;
  private @Nullable Output output;

  DecisionProcessor(Definitions definitions, Duration retention, ExecutionObserver observer) {
    this.definitions = definitions;
    this.retention = retention;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    Executions store = Executions.of(context);
    executions = store;
    output = new Output(context, store, observer);
    context.schedule(
        LOOK_FOR_OLD_EVERY,
        PunctuationType.STREAM_TIME,
        now -> store.forgetCompletedBefore(now - retention.toMillis(), LOOKED_AT_AT_ONCE));
  }

  @Override
  public void process(Record<String, ValidatedDecision> record) {
    take(record, Ready.of(executions), Ready.of(output));
  }

  private void take(
      Record<String, ValidatedDecision> record, Executions executions, Output output) {
    switch (Contracts.DECISION.check(record.key(), record.value())) {
      case Verdict.Kept<ValidatedDecision>(var value) -> {
        if (executions.find(value.getDecisionId()).isPresent()) {
          observer.ignored(Topic.DECISIONS_VALIDATED.topicName());
        } else {
          begin(value, record, output);
        }
      }
      case Verdict.Broken<ValidatedDecision> broken -> {
        if (executions.find(broken.record().getDecisionId()).isEmpty()) {
          output.send(abandoned(broken.record(), record.timestamp()), record);
        }
        throw broken.fault();
      }
      case Verdict.Unidentified<ValidatedDecision> unidentified -> throw unidentified.fault();
    }
  }

  private void begin(
      ValidatedDecision value, Record<String, ValidatedDecision> record, Output output) {
    try {
      output.send(advanced(IncomingRecords.decision(value)), record);
    } catch (StepFailedException e) {
      output.send(abandoned(value, record.timestamp()), record);
      throw e;
    }
  }

  private Advanced advanced(Decision decision) {
    return switch (decision) {
      case Decision.Told told -> ended(told.decisionId(), Advance.tell(told));
      case Decision.Execute execute ->
          definitions
              .find(execute.workflow().name(), execute.workflow().version())
              .map(workflow -> Attempted.to(() -> Advance.start(workflow, execute)))
              .orElseGet(() -> abandoned(execute));
    };
  }

  private static Advanced abandoned(Decision.Execute decision) {
    log.error(
        "decision {}: no definition of {} is known", decision.decisionId(), decision.workflow());
    return Advance.abandon(decision);
  }

  private static Advanced abandoned(ValidatedDecision value, long written) {
    String id = value.getDecisionId();
    return ended(
        id,
        Advance.abandon(
            IncomingRecords.turn(value, written),
            id,
            Contracts.plausible(value.getDecidedAt(), written)));
  }

  private static Advanced ended(String decisionId, Result result) {
    return new Advanced(new Execution.Completed(decisionId), List.of(), Optional.of(result));
  }
}
