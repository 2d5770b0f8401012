package dev.workflowexecutor.workflow.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.workflowexecutor.workflow.Consequence;
import dev.workflowexecutor.workflow.Inference;
import dev.workflowexecutor.workflow.OnFailure;
import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.Rule;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.prove.CaseAnalysis;
import dev.workflowexecutor.workflow.prove.CaseAnalysis.Result;
import dev.workflowexecutor.workflow.prove.Choice;
import dev.workflowexecutor.workflow.prove.Situation;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Has the conditions of a workflow proven: none dead, no case open, nothing read in vain. */
final class Proofs {

  private final Vocabulary vocabulary;
  private final Findings findings;

  Proofs(Vocabulary vocabulary, Findings findings) {
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  /** An inference is made for itself: nothing is open where none is. */
  void inferences(List<Guarded<Inference>> inferences) {
    Situation situation = new Situation(vocabulary, false, Map.of());
    inferences.forEach(inference -> alone(situation, inference, "inference"));
  }

  /** Rules are asked when the required facts are there and no step has run. */
  void rules(Section workflow, List<Guarded<Rule>> rules) {
    Situation situation = new Situation(vocabulary, true, Map.of());
    total(situation, rules, workflow, "decide", Proofs::asked);
  }

  /** A step has its turn after those before it. */
  void steps(List<Guarded<Step>> steps) {
    Map<String, Situation.Turn> turns = new LinkedHashMap<>();
    for (Guarded<Step> step : steps) {
      alone(new Situation(vocabulary, true, turns), step, "step");
      turns.put(step.value().name(), turn(step));
    }
  }

  /** Outcomes are chosen when all steps have had their turns. */
  void outcomes(Section workflow, List<Guarded<Outcome>> outcomes, List<Guarded<Step>> steps) {
    Map<String, Situation.Turn> turns = new LinkedHashMap<>();
    steps.forEach(step -> turns.put(step.value().name(), turn(step)));
    Situation situation = new Situation(vocabulary, true, turns);
    total(situation, outcomes, workflow, "outcomes", _ -> Optional.empty());
  }

  private static Situation.Turn turn(Guarded<Step> step) {
    boolean mayFail = step.value().onFailure() == OnFailure.CONTINUE;
    return new Situation.Turn(step.guard().when().ast(), mayFail);
  }

  private static Optional<NamePath> asked(Rule rule) {
    return rule.then() instanceof Consequence.Ask(String fact)
        ? Optional.of(NamePath.of("facts", fact))
        : Optional.empty();
  }

  private <T> void alone(Situation situation, Guarded<T> guarded, String what) {
    Choice choice = choice(guarded, Optional.empty());
    if (CaseAnalysis.of(situation, List.of(choice)) instanceof Result.Complete complete) {
      if (!complete.dead().isEmpty()) {
        findings.warning(
            guarded.guard().place(),
            "a condition that can hold",
            "one that never does",
            "this " + what + " has no effect: remove it or correct the condition");
      }
      absent(complete, List.of(guarded));
    }
  }

  private <T> void total(
      Situation situation,
      List<Guarded<T>> all,
      Section workflow,
      String key,
      Function<T, Optional<NamePath>> missing) {
    List<Choice> choices =
        all.stream().map(guarded -> choice(guarded, missing.apply(guarded.value()))).toList();
    switch (CaseAnalysis.of(situation, choices)) {
      case Result.TooMany() -> {
        if (all.stream().noneMatch(guarded -> guarded.guard().isOtherwise())) {
          open(workflow, key, "more cases than can be gone through");
        }
      }
      case Result.Complete complete -> {
        complete.dead().forEach(index -> dead(all.get(index).guard()));
        complete.open().ifPresent(found -> open(workflow, key, "none for the case that " + found));
        complete.needless().forEach(index -> needless(all.get(index).guard()));
        absent(complete, all);
      }
    }
  }

  private static <T> Choice choice(Guarded<T> guarded, Optional<NamePath> missing) {
    List<CelAbstractSyntaxTree> reads =
        guarded.reads().stream().flatMap(read -> read.expression().ast().stream()).toList();
    return new Choice(guarded.guard().when().ast(), reads, missing);
  }

  private void dead(Guard guard) {
    String expected = "a case for this one";
    String found = "none: those before it take every case";
    if (guard.isOtherwise()) {
      findings.warning(guard.place(), expected, found, "it is never chosen: remove it");
    } else {
      findings.error(
          guard.place(),
          expected,
          found,
          "it is never chosen: remove it, move it up or correct it");
    }
  }

  private void open(Section workflow, String key, String found) {
    findings.error(
        workflow.place(key),
        "'" + key + "' that cover every case",
        found,
        "end with 'otherwise: true'");
  }

  private void needless(Guard guard) {
    findings.warning(
        guard.place(),
        "a condition that holds only while the fact to ask for is missing",
        "one that may hold when it is there",
        "add !has(...), or the same question is asked again after its answer");
  }

  private <T> void absent(Result.Complete complete, List<Guarded<T>> all) {
    complete
        .absent()
        .forEach(
            (read, path) -> {
              Guarded<T> guarded = all.get(read.choice());
              if (read.read() < 0) {
                guarded.guard().source().ifPresent(source -> condition(source, path));
              } else {
                value(guarded.reads().get(read.read()), path);
              }
            });
  }

  private void condition(Node.Scalar source, NamePath path) {
    findings.warning(
        source.place(offset(source.text(), path)),
        "an output that is there",
        path + ", which may be absent here",
        "the condition doesn't hold then; say so with has(" + path + ")");
  }

  private void value(Read read, NamePath path) {
    findings.warning(
        read.source().place(read.offset() + offset(read.expression().source(), path)),
        "a value that is there",
        path + ", which may be absent here",
        "it can't be evaluated then; guard it with has(" + path + ")");
  }

  private static int offset(String source, NamePath path) {
    int index = Math.max(0, source.indexOf(path.toString()));
    return source.codePointCount(0, index);
  }
}
