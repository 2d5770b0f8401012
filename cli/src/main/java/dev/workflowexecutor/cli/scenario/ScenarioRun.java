package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.cli.expect.Observation;
import dev.workflowexecutor.decision.decide.DecideIntent;
import dev.workflowexecutor.decision.decide.Decided;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.executor.advance.Question;
import dev.workflowexecutor.workflow.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One scenario being played: read, decide and advance as the services do, without a broker. */
final class ScenarioRun {

  private final Catalog catalog;
  private final TextReader texts;
  private final HandReader hands;
  private final Execution execution;
  private final Scenario scenario;
  private @Nullable Ticket ticket;

  ScenarioRun(Catalog catalog, TextReader texts, Scenario scenario) {
    this.catalog = catalog;
    this.texts = texts;
    this.hands = new HandReader(catalog);
    this.execution = new Execution(catalog, new ToolAnswers(scenario.tools()));
    this.scenario = scenario;
  }

  /** Plays all turns; what differs from the expected is told with the number of its turn. */
  List<String> mismatches() {
    List<String> found = new ArrayList<>();
    if (scenario.turns().isEmpty()) {
      found.add("expected at least one turn, found none");
    }
    for (int i = 0; i < scenario.turns().size(); i++) {
      String place = "turn " + (i + 1) + ": ";
      try {
        Scenario.Turn turn = complete(scenario.turns().get(i));
        Observation observed = play(turn, new Moment(i + 1));
        turn.expect().orElseThrow().mismatches(observed).forEach(it -> found.add(place + it));
      } catch (BadScenario e) {
        found.add(place + e.getMessage());
        return found;
      }
    }
    return found;
  }

  private static Scenario.Turn complete(Scenario.Turn turn) {
    if (turn.say().isPresent() == turn.read().isPresent()) {
      throw new BadScenario("expected either 'say' or 'read'");
    }
    if (turn.expect().isEmpty()) {
      throw new BadScenario("expected 'expect', found none");
    }
    return turn;
  }

  private Observation play(Scenario.Turn turn, Moment moment) {
    ReadMessage reading =
        turn.read()
            .map(finding -> hands.read(finding, ticket, moment.at()))
            .orElseGet(() -> texts.read(turn.say().orElseThrow(), moment.at()));
    return switch (DecideIntent.decide(catalog, ticket, reading.in(moment, turn))) {
      case Decided.Duplicate _ -> throw new BadScenario("the turn was taken for a duplicate");
      case Decided.Next next -> {
        ticket = next.ticket();
        yield observed(next);
      }
    };
  }

  private Observation observed(Decided.Next next) {
    Execution.Carried carried = execution.carryOut(next.decision());
    Map<String, JsonNode> data = new LinkedHashMap<>();
    carried
        .result()
        .data()
        .forEach((name, datum) -> data.put(name, JsonMapper.shared().valueToTree(datum.plain())));
    return new Observation(
        carried.result().status().name(),
        carried.result().message(),
        carried.result().question().map(Question::awaiting),
        next.decision().intent(),
        carried.calls(),
        data);
  }
}
