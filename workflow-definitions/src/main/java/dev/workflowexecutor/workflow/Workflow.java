package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of a workflow, checked and compiled; immutable.
 *
 * @param hash hex SHA-256 over the files it needs
 * @param file the name of the file that declares it
 * @param files the files it needs and no others: compiling them gives the same workflow
 * @param intents by name, in declared order
 * @param facts by name, in declared order; facts that are only inferred aren't among them
 */
public record Workflow(
    String name,
    int version,
    String hash,
    String file,
    PackFiles files,
    String description,
    Map<String, Intent> intents,
    Map<String, Fact> facts,
    List<Inference> inferences,
    List<Rule> rules,
    List<Step> steps,
    List<Outcome> outcomes,
    Limits limits) {

  public Workflow {
    intents = Collections.unmodifiableMap(new LinkedHashMap<>(intents));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    inferences = List.copyOf(inferences);
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * A scope with the inferred facts in it.
   *
   * @param inferred what was inferred, in the order of the inferences
   */
  public record Inferred(Scope scope, Map<String, String> inferred) {
    public Inferred {
      inferred = Collections.unmodifiableMap(new LinkedHashMap<>(inferred));
    }
  }

  /** The name and the version: {@code name@version}. */
  public String key() {
    return name + "@" + version;
  }

  /**
   * Adds what can be inferred: in declared order, so that later inferences read earlier ones; a
   * fact that is there already, stated or inferred, is left as it is. A value that doesn't fit the
   * fact's type, or that can't be computed because something is absent, isn't inferred.
   *
   * @throws dev.workflowexecutor.workflow.expression.EvaluationException if an expression fails
   */
  public Inferred withInferred(Scope scope) {
    Scope seen = scope;
    Map<String, String> inferred = new LinkedHashMap<>();
    for (Inference inference : inferences) {
      String fact = inference.fact();
      if (!seen.facts().containsKey(fact) && inference.when().holds(seen)) {
        var value = inference.canonicalValue(seen);
        if (value.isPresent()) {
          inferred.put(fact, value.get());
          seen = seen.withFact(fact, value.get());
        }
      }
    }
    return new Inferred(seen, inferred);
  }
}
