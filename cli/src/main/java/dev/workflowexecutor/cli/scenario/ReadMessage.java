package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.intent.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What a reader, or a scenario in its place, has found in a message.
 *
 * @param text the text that was read
 */
record ReadMessage(
    String text, Reading reading, Act act, Optional<String> intent, List<FoundFact> facts) {

  /** The intent of a turn. */
  Intent in(Moment moment, Scenario.Turn turn) {
    return new Intent(
        moment.id("intent"),
        moment.ticket(),
        moment.id("problem"),
        text,
        turn.attributes(),
        moment.number() > 1,
        reading,
        act,
        intent,
        facts,
        moment.at(),
        moment.at());
  }
}
