package dev.workflowexecutor.workflow.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression can see.
 *
 * @param intent the ticket's intent
 * @param text the user's words
 * @param facts canonical values by fact name; facts that the workflow doesn't declare are ignored
 * @param steps outputs as JSON by step name, only of completed steps
 */
public record Scope(
    String intent, String text, Map<String, String> facts, Map<String, String> steps) {

  public Scope {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /** The same with one more fact, or with another value of it. */
  public Scope withFact(String name, String canonical) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(name, canonical);
    return new Scope(intent, text, more, steps);
  }

  /** The same with the output of one more step. */
  public Scope withStep(String name, String json) {
    Map<String, String> more = new LinkedHashMap<>(steps);
    more.put(name, json);
    return new Scope(intent, text, facts, more);
  }
}
