package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The executions of one partition, each with the time of the record that changed it last. */
final class Executions {

  private final TimestampedKeyValueStore<String, Execution> store;

  private Executions(TimestampedKeyValueStore<String, Execution> store) {
    this.store = store;
  }

  static Executions of(ProcessorContext<?, ?> context) {
    return new Executions(context.getStateStore(ExecutionTopology.EXECUTIONS));
  }

  static StoreBuilder<TimestampedKeyValueStore<String, Execution>> store() {
    return Stores.timestampedKeyValueStoreBuilder(
        Stores.persistentTimestampedKeyValueStore(ExecutionTopology.EXECUTIONS),
        Serdes.String(),
        ExecutionJson.serde());
  }

  Optional<Execution> find(String decisionId) {
    return Optional.ofNullable(store.get(decisionId)).map(ValueAndTimestamp::value);
  }

  void keep(Execution execution, long timestamp) {
    store.put(execution.decisionId(), ValueAndTimestamp.make(execution, timestamp));
  }

  /** Forgets executions that were completed before a time; running ones stay. */
  void forgetCompletedBefore(long timestamp) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, ValueAndTimestamp<Execution>> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<Execution>> entry = all.next();
        if (entry.value.timestamp() < timestamp
            && entry.value.value() instanceof Execution.Completed) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(store::delete);
  }
}
