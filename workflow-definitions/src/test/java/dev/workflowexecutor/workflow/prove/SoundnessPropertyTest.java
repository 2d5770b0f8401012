package dev.workflowexecutor.workflow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Language;
import dev.workflowexecutor.workflow.expression.Scope;
import dev.workflowexecutor.workflow.expression.Understood;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the analysis claims is held against the evaluation of every concrete case. */
class SoundnessPropertyTest {

  private static final Tool TOOL =
      new Tool(
          "t",
          "",
          true,
          Tool.DEFAULT_TIMEOUT,
          Map.of(),
          Map.of(
              "status", new Field(new FieldType.Choice(List.of("ok", "bad")), false),
              "eta", new Field(new FieldType.Text(), true)));
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of("a", "b"),
          Map.of(
              "kind", choice("x", "y"),
              "color", choice("r", "g"),
              "vip", new FactType.Bool(),
              "age", new FactType.IntegerNumber(),
              "note", new FactType.Text()),
          Set.of("kind"),
          Map.of("one", TOOL, "two", TOOL),
          Map.of("xs", List.of("x")));
  private static final Language LANGUAGE = new Language(VOCABULARY);
  private static final Condition ONE = condition("facts.kind == 'x' || facts.vip");
  private static final Condition TWO = condition("steps.one.status == 'ok'");
  private static final List<Scope> CASES = cases();

  private static FactType choice(String... values) {
    return new FactType.Choice(
        List.of(values).stream().map(value -> new ChoiceValue(value, List.of())).toList());
  }

  private static Condition condition(String source) {
    return switch (LANGUAGE.condition(source, Set.of("one", "two"))) {
      case Understood.Good<Condition>(Condition condition) -> condition;
      case Understood.Bad<Condition> bad -> fail(source + ": " + bad.problems());
    };
  }

  /** Step "one" ends the execution when it fails; after "two" it goes on. */
  private static Situation situation() {
    Map<String, Situation.Turn> turns = new LinkedHashMap<>();
    turns.put("one", new Situation.Turn(ONE.ast(), false));
    turns.put("two", new Situation.Turn(TWO.ast(), true));
    return new Situation(VOCABULARY, true, turns);
  }

  private static List<Scope> cases() {
    List<Map<String, String>> facts = List.of(Map.of());
    facts = times(facts, "kind", "x", "y");
    facts = times(facts, "color", "r", "g", "");
    facts = times(facts, "vip", "true", "false", "");
    facts = times(facts, "age", "17", "18", "19", "");
    facts = times(facts, "note", "n", "m", "");
    List<Scope> cases = new ArrayList<>();
    for (Map<String, String> stated : facts) {
      for (String intent : List.of("a", "b")) {
        for (String text : List.of("help", "slow")) {
          Scope scope = new Scope(intent, text, stated, Map.of());
          runs(scope, "one", ONE, false)
              .forEach(after -> cases.addAll(runs(after, "two", TWO, true)));
        }
      }
    }
    return cases;
  }

  private static List<Scope> runs(Scope scope, String step, Condition when, boolean mayFail) {
    if (!when.holds(scope)) {
      return List.of(scope);
    }
    List<Scope> after = new ArrayList<>(mayFail ? List.of(scope) : List.of());
    for (String output :
        List.of(
            "{\"status\":\"ok\"}", "{\"status\":\"bad\"}", "{\"status\":\"ok\",\"eta\":\"n\"}")) {
      after.add(scope.withStep(step, output));
    }
    return after;
  }

  private static List<Map<String, String>> times(
      List<Map<String, String>> facts, String name, String... values) {
    List<Map<String, String>> more = new ArrayList<>();
    for (Map<String, String> stated : facts) {
      for (String value : values) {
        Map<String, String> with = new HashMap<>(stated);
        if (!value.isEmpty()) {
          with.put(name, value);
        }
        more.add(with);
      }
    }
    return more;
  }

  @Property(tries = 80)
  void callsNothingDeadThatIsChosenAndNothingTotalThatIsOpen(
      @ForAll("conditions") List<String> sources) {
    List<Condition> conditions = sources.stream().map(SoundnessPropertyTest::condition).toList();
    List<Choice> choices =
        conditions.stream()
            .map(condition -> new Choice(condition.ast(), List.of(), Optional.empty()))
            .toList();

    CaseAnalysis.Result result = CaseAnalysis.of(situation(), choices);

    if (result instanceof CaseAnalysis.Result.Complete complete) {
      for (Scope scope : CASES) {
        first(conditions, scope)
            .ifPresent(
                chosen -> {
                  assertThat(complete.dead()).as("%s in %s", sources, scope).doesNotContain(chosen);
                  if (chosen < 0) {
                    assertThat(complete.open()).as("%s in %s", sources, scope).isPresent();
                  }
                });
      }
    }
  }

  /** The index of the condition that holds first, -1 if none does; empty if one fails before. */
  private static Optional<Integer> first(List<Condition> conditions, Scope scope) {
    try {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).holds(scope)) {
          return Optional.of(i);
        }
      }
      return Optional.of(-1);
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<List<String>> conditions() {
    Arbitrary<String> atom =
        Arbitraries.of(
            "true",
            "false",
            "intent == 'a'",
            "intent in ['a', 'b']",
            "facts.kind == 'x'",
            "'y' == facts.kind",
            "facts.kind in xs",
            "facts.color == 'r'",
            "facts.color != 'g'",
            "has(facts.color)",
            "has(facts.kind)",
            "facts.vip",
            "facts.vip == false",
            "has(facts.vip)",
            "facts.age < 18",
            "18 < facts.age",
            "facts.age == 18",
            "facts.age >= 18",
            "has(facts.age)",
            "facts.note == 'n'",
            "facts.note != 'm'",
            "text.mentions('slow')",
            "text == 'help'",
            "size(text) == 4",
            "10 / facts.age > 0",
            "steps.one.status == 'ok'",
            "steps.two.status != 'ok'",
            "has(steps.one)",
            "has(steps.two)",
            "has(steps.two.eta)",
            "steps.one.eta == 'n'",
            "facts.color == facts.kind",
            "['x', 'r'].exists(v, v == facts.color)",
            "(has(facts.color) ? facts.color : 'g') == 'g'",
            "facts.note.startsWith('n')");
    Arbitrary<String> formula =
        Arbitraries.lazyOf(
            () -> atom,
            () -> atom,
            () -> formula(atom, "(%s && %s)"),
            () -> formula(atom, "(%s || %s)"),
            () -> atom.map("!(%s)"::formatted),
            () -> formula(formula(atom, "(%s || %s)"), "(%s && !%s)"),
            () -> formula(formula(atom, "(%s && %s)"), "(%s ? facts.vip : %s)"));
    return formula.list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<String> formula(Arbitrary<String> part, String shape) {
    return Combinators.combine(part, part).as((a, b) -> shape.formatted(a, b));
  }
}
