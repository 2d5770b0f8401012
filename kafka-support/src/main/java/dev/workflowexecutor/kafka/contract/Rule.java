package dev.workflowexecutor.kafka.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A demand and how it is looked for in a record and its key. */
record Rule<R>(Demand demand, Look<R> look) {

  Optional<Violation> violation(@Nullable String key, R record) {
    return look.found(key, record).map(found -> new Violation(demand, found));
  }

  /** Says what was found where the demand isn't met; nothing where it is. */
  @FunctionalInterface
  interface Look<R> {
    Optional<String> found(@Nullable String key, R record);
  }
}
