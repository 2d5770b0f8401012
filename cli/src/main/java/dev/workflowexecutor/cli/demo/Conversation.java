package dev.workflowexecutor.cli.demo;

import dev.workflowexecutor.cli.expect.Observation;
import dev.workflowexecutor.cli.gateway.GatewayClient;
import dev.workflowexecutor.cli.gateway.Submission;
import dev.workflowexecutor.cli.gateway.Submitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One conversation of the demonstration, held over HTTP. */
final class Conversation {

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final GatewayClient client;
  private final Sample sample;
  private Optional<String> ticket = Optional.empty();

  Conversation(GatewayClient client, Sample sample) {
    this.client = client;
    this.sample = sample;
  }

  /** Holds it; each turn is told together with whether it is the first. */
  void hold(BiConsumer<TurnReport, Boolean> reports) {
    boolean first = true;
    for (Sample.Turn turn : sample.turns()) {
      reports.accept(take(turn), first);
      first = false;
    }
  }

  private TurnReport take(Sample.Turn turn) {
    long begun = System.nanoTime();
    Submission submission =
        new Submission(
            turn.say(), ticket, turn.attributes(), Optional.of(UUID.randomUUID().toString()));
    Submitted submitted = client.submit(submission, WAIT);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return switch (submitted) {
      case Submitted.Answered(JsonNode outcome) -> {
        ticket = outcome.path("ticketId").asStringOpt();
        List<String> mismatches =
            new ArrayList<>(turn.expect().mismatches(Observation.of(outcome)));
        if (turn.twice().orElse(false)) {
          mismatches.addAll(again(submission, outcome));
        }
        yield report(turn, outcome, seconds, mismatches);
      }
      case Submitted.Accepted accepted ->
          report(turn, none(), seconds, List.of("no outcome in time of " + accepted.problemId()));
      case Submitted.Refused refused -> report(turn, none(), seconds, List.of(refused.reason()));
    };
  }

  private TurnReport report(
      Sample.Turn turn, JsonNode outcome, double seconds, List<String> mismatches) {
    return new TurnReport(sample.sample(), turn.say(), outcome, seconds, mismatches);
  }

  private static JsonNode none() {
    return JsonMapper.shared().createObjectNode();
  }

  /** The second submission must have the first one's outcome, and leave no trace of its own. */
  private List<String> again(Submission submission, JsonNode outcome) {
    List<String> found = new ArrayList<>();
    Submitted second = client.submit(submission, WAIT);
    if (!second.equals(new Submitted.Answered(outcome))) {
      found.add("expected the same outcome of the second submission, found " + second);
    }
    int turns = client.ticket(outcome.path("ticketId").asString("")).path("turns").size();
    if (turns != 1) {
      found.add("expected one turn of the ticket, found " + turns);
    }
    return found;
  }
}
