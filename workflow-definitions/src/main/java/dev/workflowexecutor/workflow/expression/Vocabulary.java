package dev.workflowexecutor.workflow.expression;

import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a workflow's expressions may use.
 *
 * @param intents the workflow's intents
 * @param facts declared and inferred facts
 * @param required the facts that are there before any rule is asked
 * @param steps the tool of each step, in the order of the steps
 * @param lists the workflow's lists
 */
public record Vocabulary(
    List<String> intents,
    Map<String, FactType> facts,
    Set<String> required,
    Map<String, Tool> steps,
    Map<String, List<String>> lists) {

  /** The roots of all names but lists. */
  public static final List<String> ROOTS = List.of("intent", "text", "facts", "steps");

  public Vocabulary {
    intents = List.copyOf(intents);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    required = Set.copyOf(required);
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }
}
