package dev.workflowexecutor.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.schemas.Violation.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

  private static final String RELEASED =
      """
      {"type":"record","name":"Event","fields":[
        {"name":"id","type":"string"},
        {"name":"note","type":["null","string"],"default":null},
        {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"],"default":"A"}},
        {"name":"hard","type":{"type":"enum","name":"Hard","symbols":["A","B"]}},
        {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
        {"name":"facts","type":{"type":"array","items":{"type":"record","name":"Fact","fields":[
          {"name":"value","type":"string"}]}}}
      ]}""";

  /** An edit of the released schema: what is replaced, by what, and where it must be reported. */
  static Stream<Arguments> edits() {
    return Stream.of(
        edit("{\"name\":\"id\",\"type\":\"string\"},", "", "id", Rule.REQUIRED_FIELD_REMOVED),
        edit(
            "{\"name\":\"hard\",\"type\":{\"type\":\"enum\",\"name\":\"Hard\",\"symbols\":[\"A\",\"B\"]}},",
            "",
            "hard",
            Rule.REQUIRED_FIELD_REMOVED),
        edit("\"name\":\"id\"", "\"name\":\"key\"", "id", Rule.FIELD_RENAMED),
        edit("\"name\":\"note\"", "\"name\":\"remark\"", "note", Rule.FIELD_RENAMED),
        edit(
            "\"name\":\"id\",\"type\":\"string\"",
            "\"name\":\"id\",\"type\":\"int\"",
            "id",
            Rule.TYPE_CHANGED),
        edit(
            "[\"A\",\"B\"],\"default\":\"A\"",
            "[\"A\"],\"default\":\"A\"",
            "kind",
            Rule.ENUM_SYMBOL_REMOVED),
        edit(
            "[\"A\",\"B\"]}",
            "[\"A\",\"B\",\"C\"]}",
            "hard",
            Rule.ENUM_SYMBOL_ADDED_WITHOUT_DEFAULT),
        edit("timestamp-millis", "timestamp-micros", "at", Rule.LOGICAL_TYPE_CHANGED),
        edit(
            "\"name\":\"value\",\"type\":\"string\"",
            "\"name\":\"value\",\"type\":\"long\"",
            "facts.value",
            Rule.TYPE_CHANGED),
        edit(
            "{\"name\":\"value\"",
            "{\"name\":\"more\",\"type\":\"string\"},{\"name\":\"value\"",
            "facts.more",
            Rule.FIELD_ADDED_WITHOUT_DEFAULT),
        edit("\"name\":\"Event\"", "\"name\":\"Occurrence\"", "", Rule.NAME_CHANGED));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void namesThePlaceAndTheRule(String what, String by, String place, Rule rule) {
    List<Violation> violations = against(RELEASED.replace(what, by));

    assertThat(violations)
        .anySatisfy(
            v -> {
              assertThat(v.subject()).isEqualTo("events-value");
              assertThat(v.version()).isEqualTo(3);
              assertThat(v.place()).isEqualTo(place);
              assertThat(v.rule()).isEqualTo(rule);
              assertThat(v.toString()).contains("events-value", "version 3", rule.advice());
            });
  }

  @Test
  void reportsARenameOnce() {
    assertThat(against(RELEASED.replace("\"name\":\"id\"", "\"name\":\"key\""))).hasSize(1);
  }

  @Test
  void acceptsAnOptionalFieldAndASymbolThatReadersHaveADefaultFor() {
    String current =
        RELEASED
            .replace("[\"A\",\"B\"],\"default\"", "[\"A\",\"B\",\"C\"],\"default\"")
            .replace(
                "{\"name\":\"hard\"",
                "{\"name\":\"extra\",\"type\":[\"null\",\"int\"],\"default\":null},{\"name\":\"hard\"");

    assertThat(against(current)).isEmpty();
  }

  @Test
  void acceptsOtherWordsInTheDocumentation() {
    String current = RELEASED.replace("{\"name\":\"id\",", "{\"name\":\"id\",\"doc\":\"The id.\",");

    assertThat(against(current)).isEmpty();
  }

  private static Arguments edit(String what, String by, String place, Rule rule) {
    assertThat(RELEASED).contains(what);
    return Arguments.of(what, by, place, rule);
  }

  private static List<Violation> against(String current) {
    return Compatibility.check(
        "events-value", parse(current), new TreeMap<>(Map.of(3, parse(RELEASED))));
  }

  private static Schema parse(String json) {
    return new Schema.Parser().parse(json);
  }
}
