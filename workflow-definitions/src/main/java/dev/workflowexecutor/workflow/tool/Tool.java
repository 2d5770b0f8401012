package dev.workflowexecutor.workflow.tool;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The contract of something outside that a step calls.
 *
 * @param idempotent whether a repeated call with the same key has one effect; only then is it
 *     retried
 * @param timeout how long one attempt may take, from 1 ms to 5 minutes
 * @param input fields in the order of the contract
 * @param output fields in the order of the contract
 */
public record Tool(
    String name,
    String description,
    boolean idempotent,
    Duration timeout,
    Map<String, Field> input,
    Map<String, Field> output) {

  /** How long an attempt may take when the contract doesn't say. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public Tool {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    output = Collections.unmodifiableMap(new LinkedHashMap<>(output));
  }

  /** Holds an input against the contract; an undeclared key is refused. */
  public Checked checkInput(String json) {
    return Contract.check(input, json, Contract.Undeclared.REFUSED);
  }

  /** Holds the fields of an input (String, Boolean, Long or Double) against the contract. */
  public Checked checkInput(Map<String, Object> values) {
    return Contract.check(input, values);
  }

  /** Holds an output against the contract; undeclared keys are dropped. */
  public Checked checkOutput(String json) {
    return Contract.check(output, json, Contract.Undeclared.DROPPED);
  }
}
