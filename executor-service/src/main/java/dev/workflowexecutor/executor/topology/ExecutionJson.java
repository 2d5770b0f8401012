package dev.workflowexecutor.executor.topology;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.workflowexecutor.executor.advance.Execution;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an execution lies in the store: as a JSON object with its state as the one field's name,
 * times in milliseconds as the topics have them. A completed one is little more than its id.
 */
final class ExecutionJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
              DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(
              DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS,
              DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .addMixIn(Execution.class, State.class)
          .build();
  private static final ObjectReader READER = JSON.readerFor(Execution.class);
  private static final ObjectWriter WRITER = JSON.writerFor(Execution.class);

  private ExecutionJson() {}

  static Serde<Execution> serde() {
    return Serdes.serdeFrom(
        (topic, execution) -> execution == null ? null : WRITER.writeValueAsBytes(execution),
        (topic, bytes) -> bytes == null ? null : READER.readValue(bytes));
  }

  /** Names the states; the domain knows nothing of JSON. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Execution.Running.class, name = "running"),
    @JsonSubTypes.Type(value = Execution.Completed.class, name = "completed")
  })
  private interface State {}
}
