package dev.workflowexecutor.workflow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import com.google.re2j.Pattern;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private static final Tool TOOL =
      new Tool(
          "t",
          "",
          true,
          Tool.DEFAULT_TIMEOUT,
          Map.of(),
          Map.of(
              "status", new Field(new FieldType.Text(), false),
              "count", new Field(new FieldType.IntegerNumber(), true),
              "share", new Field(new FieldType.DecimalNumber(), true),
              "known", new Field(new FieldType.Bool(), true)));
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of("slow", "down"),
          Map.ofEntries(
              Map.entry("region", choice("west", "north")),
              Map.entry("other", choice("west", "north")),
              Map.entry("amount", new FactType.Money()),
              Map.entry("day", new FactType.Date()),
              Map.entry("time", new FactType.Time()),
              Map.entry("length", new FactType.Duration()),
              Map.entry("age", new FactType.IntegerNumber()),
              Map.entry("rate", new FactType.DecimalNumber()),
              Map.entry("vip", new FactType.Bool()),
              Map.entry("order", new FactType.Identifier(Pattern.compile("[A-Z]+")))),
          Set.of(),
          Map.of("s", TOOL, "later", TOOL),
          Map.of("metro", List.of("west")));
  private static final Language LANGUAGE = new Language(VOCABULARY);
  private static final Set<String> STEPS = Set.of("s", "later");

  private static final Scope SCOPE =
      new Scope(
          "slow",
          "My internet is SLOW every evening, 4G too.",
          Map.ofEntries(
              Map.entry("region", "west"),
              Map.entry("amount", "INR 399.00"),
              Map.entry("day", "2026-11-12"),
              Map.entry("time", "18:00"),
              Map.entry("length", "PT2H"),
              Map.entry("age", "17"),
              Map.entry("rate", "2.50"),
              Map.entry("vip", "true"),
              Map.entry("undeclared", "x")),
          Map.of("s", "{\"status\":\"ok\",\"count\":3,\"share\":0.5,\"extra\":[1]}"));

  private static FactType choice(String... values) {
    return new FactType.Choice(
        List.of(values).stream().map(value -> new ChoiceValue(value, List.of())).toList());
  }

  private static Condition condition(String source) {
    return good(LANGUAGE.condition(source, STEPS));
  }

  private static Object value(String source) {
    return good(LANGUAGE.expression(source, Wanted.SINGLE_VALUE, STEPS)).evaluate(SCOPE);
  }

  private static String render(String template) {
    return good(LANGUAGE.template(template, STEPS)).render(SCOPE);
  }

  private static <T> T good(Understood<T> understood) {
    return switch (understood) {
      case Understood.Good<T>(T value) -> value;
      case Understood.Bad<T>(List<Problem> problems) -> fail(problems.toString());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intent == 'slow'",
        "facts.region in metro",
        "facts.region in ['west']",
        "text.mentions('evening', 'night')",
        "text.mentions('every evening')",
        "text.mentions('EVENING 4g')",
        "!text.mentions('even')",
        "!text.mentions('evening slow')",
        "!text.mentions('')",
        "has(facts.region) && !has(facts.other)",
        "has(steps.s) && !has(steps.later)",
        "has(steps.s.count) && !has(steps.s.known)",
        "!has(steps.later.status)",
        "facts.amount.amount > 398.5 && facts.amount.currency == 'INR'",
        "facts.amount.amount > 398",
        "facts.day < timestamp('2026-11-13T00:00:00Z')",
        "facts.day.getFullYear() == 2026",
        "facts.length > duration('1h')",
        "facts.time < '19:00'",
        "facts.age + 1 == 18",
        "facts.rate * 2.0 == 5.0",
        "facts.vip",
        "steps.s.count == 3 && steps.s.share == 0.5",
        "metro.exists(m, m == facts.region)",
        "facts.region.matches('^w.st$')",
        "string(facts.amount) == 'INR 399.00'",
        "facts.other == 'west' || true",
        "size(text) > 3 ? facts.vip : false",
      })
  void evaluatesConditions(String source) {
    assertThat(condition(source).holds(SCOPE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facts.other == 'west'",
        "facts.other != 'west'",
        "!(facts.other == 'west')",
        "facts.vip && facts.other == 'west'",
        "steps.later.status == 'ok'",
        "steps.s.known",
        "!steps.s.known",
      })
  void doesNotHoldOnSomethingAbsent(String source) {
    assertThat(condition(source).holds(SCOPE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facts.amount|INR 399.00",
        "facts.day|2026-11-12",
        "facts.day + duration('90m')|2026-11-12T01:30:00Z",
        "facts.length|PT2H",
        "facts.region + '!'|west!",
      })
  void givesDatesDurationsAndMoneyAsText(String source, String value) {
    assertThat(value(source)).isEqualTo(value);
  }

  @Test
  void givesPlainValues() {
    assertThat(value("facts.age")).isEqualTo(17L);
    assertThat(value("facts.rate")).isEqualTo(2.5);
    assertThat(value("facts.vip")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in {facts.region}.|in west.",
        "{facts.amount}, {facts.age}, {facts.rate}, {10.0}, {0.1 + 0.2}|INR 399.00, 17, 2.5, 10,"
            + " 0.30000000000000004",
        "{{not}} a }hole{'}'}|{not} a }hole}",
        "{ {'a': 'b'}['a'] }|b",
        "{has(facts.other) ? facts.other : 'nowhere'}|nowhere",
        "plain|plain",
      })
  void rendersTemplates(String template, String text) {
    assertThat(render(template)).isEqualTo(text);
  }

  @Test
  void saysWhatIsAbsentWhereAValueIsNeeded() {
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> render("{facts.other}"))
        .withMessageContaining("facts.other")
        .withMessageContaining("other");
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> value("steps.later.status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 / (facts.age - 17) == 1", "[1][facts.age] == 1", "int('x') == 1"})
  void throwsWhereAConditionFails(String source) {
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> condition(source).holds(SCOPE))
        .withMessageStartingWith("'" + source + "' can't be evaluated: ");
  }

  @Test
  void throwsWhereAFactIsNotCanonical() {
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> condition("facts.age > 1").holds(SCOPE.withFact("age", "many")))
        .withMessageContaining("age");
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> condition("has(steps.s)").holds(SCOPE.withStep("s", "<html>")));
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> condition("has(steps.s)").holds(SCOPE.withStep("s", "{\"status\":1}")));
  }

  @Test
  void boundsTheWorkOfAnEvaluation() {
    String list = "[" + "1,".repeat(300) + "1]";
    Condition condition =
        condition("%s.all(x, %s.all(y, %s.all(z, x == y || z == 1)))".formatted(list, list, list));

    assertThatExceptionOfType(EvaluationException.class).isThrownBy(() -> condition.holds(SCOPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facts",
        "steps.s",
        "metro",
        "null",
        "[1]",
        "{'a': 1}",
        "b'x'",
        "5u",
        "type(text)",
        "money{currency: 'INR', amount: 1.0}",
        "google.protobuf.Timestamp{}",
        "dyn(text)",
      })
  void takesSingleValuesOnly(String source) {
    assertThat(LANGUAGE.expression(source, Wanted.SINGLE_VALUE, STEPS))
        .isInstanceOf(Understood.Bad.class);
  }

  @Test
  void boundsTheTextOfAnExpression() {
    for (String source :
        List.of(
            "(".repeat(1_000) + "true" + ")".repeat(1_000),
            "[".repeat(1_900) + "]".repeat(1_900),
            "!".repeat(3_999) + "true",
            "-".repeat(3_000) + "1 == 1",
            "true ? ".repeat(500) + "true" + " : true".repeat(500),
            "text" + ".contains(text".repeat(200) + ")".repeat(200),
            "1" + " + 1".repeat(900) + " == 2",
            "true" + " && true".repeat(490),
            "text == '" + "x".repeat(5_000) + "'")) {
      assertThat(LANGUAGE.condition(source, STEPS)).isNotNull();
    }
  }

  @Test
  void evaluatesTheSameFromManyThreads() {
    Condition condition = condition("facts.amount.amount > 1.0 && text.mentions('evening')");

    assertThat(IntStream.range(0, 5_000).parallel().allMatch(_ -> condition.holds(SCOPE))).isTrue();
  }
}
