package dev.workflowexecutor.extraction.testing;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Intent;
import dev.workflowexecutor.workflow.Limits;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Catalogs for tests. */
public final class Catalogs {

  private Catalogs() {}

  /** One workflow with these intents and facts, which no rule does anything with. */
  public static Catalog of(String workflow, List<Intent> intents, List<Fact> facts) {
    return Catalog.of(List.of(workflow(workflow, intents, facts)));
  }

  /** A workflow with these intents and facts. */
  public static Workflow workflow(String name, List<Intent> intents, List<Fact> facts) {
    Map<String, Intent> byName = new LinkedHashMap<>();
    intents.forEach(intent -> byName.put(intent.name(), intent));
    Map<String, Fact> factsByName = new LinkedHashMap<>();
    facts.forEach(fact -> factsByName.put(fact.name(), fact));
    PackFiles files = PackFiles.of(Map.of("w.yaml", name + byName + factsByName.keySet()));
    return new Workflow(
        name,
        1,
        files.hash(),
        "w.yaml",
        files,
        "A test.",
        byName,
        factsByName,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Limits.DEFAULT);
  }

  /** An optional fact. */
  public static Fact fact(String name, FactType type) {
    return new Fact(name, type, false, Optional.empty(), "The " + name + ".");
  }
}
