package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a scenario says that a reader found, in place of a reader. */
final class HandReader {

  private final Catalog catalog;

  HandReader(Catalog catalog) {
    this.catalog = catalog;
  }

  ReadMessage read(Scenario.Finding finding, @Nullable Ticket ticket, Instant at) {
    Act act = finding.act().map(HandReader::act).orElse(Act.REPORT);
    boolean understood =
        act != Act.REPORT || finding.intent().isPresent() || !finding.facts().isEmpty();
    return new ReadMessage(
        finding.text().orElse(""),
        understood ? Reading.UNDERSTOOD : Reading.UNKNOWN,
        act,
        finding.intent(),
        finding.facts().isEmpty() ? List.of() : facts(finding, workflow(finding, ticket), at));
  }

  private static Act act(String name) {
    try {
      return Act.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadScenario(
          "expected an act of %s, found %s".formatted(List.of(Act.values()), name));
    }
  }

  private Workflow workflow(Scenario.Finding finding, @Nullable Ticket ticket) {
    Optional<Workflow> named = finding.intent().flatMap(catalog::byIntent);
    return named
        .or(() -> bound(ticket))
        .orElseThrow(
            () -> new BadScenario("facts need an intent that is declared, or an open ticket"));
  }

  private Optional<Workflow> bound(@Nullable Ticket ticket) {
    return Optional.ofNullable(ticket)
        .flatMap(known -> known.phase().current())
        .map(Request::workflow)
        .flatMap(binding -> catalog.find(binding.workflow(), binding.version()));
  }

  private static List<FoundFact> facts(Scenario.Finding finding, Workflow workflow, Instant at) {
    return finding.facts().entrySet().stream()
        .map(stated -> fact(workflow, stated.getKey(), stated.getValue(), at))
        .toList();
  }

  private static FoundFact fact(Workflow workflow, String name, String words, Instant at) {
    @Nullable Fact fact = workflow.facts().get(name);
    if (fact == null) {
      throw new BadScenario("the workflow %s declares no fact %s".formatted(workflow.name(), name));
    }
    String value =
        fact.type()
            .normalise(words, at)
            .orElseThrow(
                () -> new BadScenario("'%s' is no value of the fact %s".formatted(words, name)));
    return new FoundFact(workflow.name(), name, value, words, Optional.empty());
  }
}
