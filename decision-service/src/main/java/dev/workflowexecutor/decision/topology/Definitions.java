package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.workflow.Catalog;
import java.util.function.Predicate;

/** The published definitions, as far as this instance knows them. */
@FunctionalInterface
public interface Definitions {

  /**
   * The catalog, once it is as wanted or the wait has taken too long: definitions may reach other
   * services a moment earlier than this one.
   *
   * @param what names what is wanted, so that nobody waits for the same in vain twice
   */
  Catalog knowing(String what, Predicate<Catalog> wanted);
}
