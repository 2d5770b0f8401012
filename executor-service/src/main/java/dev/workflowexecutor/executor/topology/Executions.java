package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** The executions of one partition, each with the time of the record that changed it last. */
final class Executions {

  private final KeyValueStore<String, ValueAndTimestamp<Execution>> store;

  /** The execution with which the next look begins; null for the first one. */
  private @Nullable String goOnWith;

  Executions(KeyValueStore<String, ValueAndTimestamp<Execution>> store) {
    this.store = store;
  }

  static Executions of(ProcessorContext<?, ?> context) {
    TimestampedKeyValueStore<String, Execution> store =
        context.getStateStore(ExecutionTopology.EXECUTIONS);
    return new Executions(store);
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

  /**
   * Forgets executions that were completed before a time; running ones stay. Goes on where it was
   * the last time, and after the last one begins anew.
   *
   * @param atOnce how many are looked at, from 1; the records wait meanwhile
   */
  void forgetCompletedBefore(long timestamp, int atOnce) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, ValueAndTimestamp<Execution>> entries =
        goOnWith == null ? store.all() : store.range(goOnWith, null)) {
      for (int i = 0; i < atOnce && entries.hasNext(); i++) {
        KeyValue<String, ValueAndTimestamp<Execution>> entry = entries.next();
        if (entry.value.timestamp() < timestamp
            && entry.value.value() instanceof Execution.Completed) {
          old.add(entry.key);
        }
      }
      goOnWith = entries.hasNext() ? entries.peekNextKey() : null;
    }
    old.forEach(store::delete);
  }
}
