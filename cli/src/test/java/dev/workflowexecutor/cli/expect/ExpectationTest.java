package dev.workflowexecutor.cli.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ExpectationTest {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final Observation OBSERVED =
      new Observation(
          "RESOLVED",
          "Back at 6 PM.",
          Optional.empty(),
          Optional.of("no_signal"),
          List.of("network.findOutage"),
          Map.of("eta", json("6 PM"), "due", json("999.0")));

  @Test
  void expectsNothingOfWhatItDoesNotMention() {
    assertThat(expecting("{}").mismatches(OBSERVED)).isEmpty();
  }

  @Test
  void holdsWhenAllIsAsMentioned() {
    Expectation expectation =
        expecting(
            """
            { status: RESOLVED, message: Back at 6 PM., contains: 6 PM, intent: no_signal,
              calls: [network.findOutage], data: { eta: 6 PM, due: 999 } }
            """);

    assertThat(expectation.mismatches(OBSERVED)).isEmpty();
  }

  @Test
  void tellsEachDifference() {
    Expectation expectation =
        expecting(
            "{ status: NEEDS_INFO, contains: 7 PM, awaiting: region, calls: [], data: { x: 1 } }");

    assertThat(expectation.mismatches(OBSERVED))
        .containsExactly(
            "expected status NEEDS_INFO, found RESOLVED",
            "expected a message with '7 PM', found 'Back at 6 PM.'",
            "expected awaiting region, found nothing",
            "expected calls [], found [network.findOutage]",
            "expected data x 1, found none");
  }

  private static Expectation expecting(String yaml) {
    return YAML.readValue(yaml, Expectation.class);
  }

  private static JsonNode json(String yaml) {
    return YAML.readTree(yaml);
  }
}
