package dev.workflowexecutor.cli.demo;

import dev.workflowexecutor.cli.expect.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of the demonstration.
 *
 * @param sample what it shows
 */
record Sample(String sample, List<Turn> turns) {

  Sample {
    turns = List.copyOf(turns);
  }

  /**
   * One message and the outcome that it should have.
   *
   * @param say the person's words
   * @param attributes what the upstream system knows
   * @param twice whether it is submitted once more under the same idempotency key
   */
  record Turn(
      String say, Map<String, String> attributes, Optional<Boolean> twice, Expectation expect) {

    Turn(
        String say,
        @Nullable Map<String, String> attributes,
        Optional<Boolean> twice,
        Expectation expect) {
      this.say = say;
      this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
      this.twice = twice;
      this.expect = expect;
    }
  }
}
