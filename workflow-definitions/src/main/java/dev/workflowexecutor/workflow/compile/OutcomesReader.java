package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.OutcomeKind;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Template;
import dev.workflowexecutor.workflow.expression.Wanted;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the outcomes of a workflow. */
final class OutcomesReader {

  private static final Alternatives KINDS =
      new Alternatives(List.of("resolved", "escalated", "rejected", "failed"));
  private static final List<String> KEYS =
      List.of("when", "otherwise", "resolved", "escalated", "rejected", "failed", "data");

  private final Expressions expressions;
  private final Set<String> steps;
  private final Findings findings;

  OutcomesReader(Expressions expressions, Findings findings) {
    this.expressions = expressions;
    this.steps = expressions.vocabulary().steps().keySet();
    this.findings = findings;
  }

  List<Guarded<Outcome>> read(List<Node> items) {
    List<Guarded<Outcome>> outcomes = new ArrayList<>();
    for (Node item : items) {
      Section.of(item, "an outcome", KEYS, findings)
          .flatMap(this::outcome)
          .ifPresent(outcomes::add);
    }
    return outcomes;
  }

  private Optional<Guarded<Outcome>> outcome(Section section) {
    List<Read> reads = new ArrayList<>();
    Optional<Guard> guard = Guard.required(section, expressions, steps, findings);
    Optional<Node.Entry> kind = KINDS.read(section, findings);
    Optional<Template> message = kind.flatMap(entry -> message(section, entry, reads));
    Map<String, Expression> data = data(section, reads);
    if (guard.isEmpty() || kind.isEmpty() || message.isEmpty()) {
      return Optional.empty();
    }
    Outcome outcome = new Outcome(guard.get().when(), kind(kind.get()), message.get(), data);
    return Optional.of(new Guarded<>(guard.get(), outcome, reads));
  }

  private static OutcomeKind kind(Node.Entry entry) {
    return OutcomeKind.valueOf(entry.key().text().toUpperCase(Locale.ROOT));
  }

  private Optional<Template> message(Section section, Node.Entry entry, List<Read> reads) {
    return section
        .text(entry.key().text())
        .flatMap(
            source -> {
              Optional<Template> template = expressions.template(source, steps);
              template.ifPresent(message -> reads.addAll(Read.of(source, message)));
              return template;
            });
  }

  private Map<String, Expression> data(Section section, List<Read> reads) {
    Map<String, Expression> data = new LinkedHashMap<>();
    for (Node.Entry entry : section.entries("data")) {
      String name = entry.key().text();
      Names.IDENTIFIER.check(entry.key(), findings);
      Section.text(entry.value(), "an expression for '" + name + "'", findings)
          .ifPresent(
              source ->
                  expressions
                      .expression(source, Wanted.SINGLE_VALUE, steps)
                      .ifPresent(
                          value -> {
                            data.put(name, value);
                            reads.add(new Read(source, 0, value));
                          }));
    }
    return data;
  }
}
