package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Consequence;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Rule;
import dev.workflowexecutor.workflow.expression.Template;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the rules that decide. */
final class RulesReader {

  private static final Alternatives CONSEQUENCES =
      new Alternatives(List.of("execute", "escalate", "reject", "ask"));
  private static final List<String> KEYS =
      List.of("rule", "when", "otherwise", "execute", "escalate", "reject", "ask");

  private final Expressions expressions;
  private final Map<String, Fact> facts;
  private final Findings findings;
  private final Set<String> names = new HashSet<>();

  RulesReader(Expressions expressions, Map<String, Fact> facts, Findings findings) {
    this.expressions = expressions;
    this.facts = facts;
    this.findings = findings;
  }

  List<Guarded<Rule>> read(List<Node> items) {
    List<Guarded<Rule>> rules = new ArrayList<>();
    for (Node item : items) {
      Section.of(item, "a rule", KEYS, findings).flatMap(this::rule).ifPresent(rules::add);
    }
    return rules;
  }

  private record Then(Consequence consequence, List<Read> reads) {}

  private Optional<Guarded<Rule>> rule(Section section) {
    Optional<Node.Scalar> name = section.requireText("rule");
    name.ifPresent(this::checkName);
    Optional<Guard> guard = Guard.required(section, expressions, Set.of(), findings);
    Optional<Then> then = CONSEQUENCES.read(section, findings).flatMap(e -> then(section, e));
    if (name.isEmpty() || guard.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Rule rule = new Rule(name.get().text(), guard.get().when(), then.get().consequence());
    return Optional.of(new Guarded<>(guard.get(), rule, then.get().reads()));
  }

  private void checkName(Node.Scalar name) {
    Names.RULE.check(name, findings);
    if (!names.add(name.text())) {
      findings.error(name.place(), "a rule's name once", name.kind() + " again", "");
    }
  }

  private Optional<Then> then(Section section, Node.Entry entry) {
    return switch (entry.key().text()) {
      case "execute" -> execute(section);
      case "escalate" -> message(section, "escalate", Consequence.Escalate::new);
      case "reject" -> message(section, "reject", Consequence.Reject::new);
      case String _ -> section.text("ask").flatMap(this::ask);
    };
  }

  private Optional<Then> execute(Section section) {
    if (!section.flag("execute")) {
      findings.error(section.place("execute"), "'execute: true'", "something else", "");
      return Optional.empty();
    }
    return Optional.of(new Then(new Consequence.Execute(), List.of()));
  }

  private Optional<Then> message(
      Section section, String key, Function<Template, Consequence> consequence) {
    return section
        .text(key)
        .flatMap(
            source ->
                expressions
                    .template(source, Set.of())
                    .map(
                        template ->
                            new Then(consequence.apply(template), Read.of(source, template))));
  }

  private Optional<Then> ask(Node.Scalar name) {
    Fact fact = facts.get(name.text());
    if (fact == null) {
      findings.error(
          name.place(), "a fact", name.kind(), NearMiss.advice(name.text(), facts.keySet()));
      return Optional.empty();
    }
    if (fact.ask().isEmpty()) {
      boolean choice = fact.type() instanceof FactType.Choice;
      findings.error(
          name.place(),
          "a fact with a question",
          "'" + name.text() + "' without 'ask'",
          "add 'ask:' to the fact" + (choice ? "; its choices are offered with it" : ""));
      return Optional.empty();
    }
    return Optional.of(new Then(new Consequence.Ask(fact.name()), List.of()));
  }
}
