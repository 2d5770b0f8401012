package dev.workflowexecutor.workflow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {

  private static final Tool TOOL = tool();

  private static Tool tool() {
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("status", new Field(new FieldType.Choice(List.of("none", "outage")), false));
    fields.put("eta", new Field(new FieldType.Text(), true));
    fields.put("count", new Field(new FieldType.IntegerNumber(), true));
    fields.put("amount", new Field(new FieldType.DecimalNumber(), true));
    fields.put("known", new Field(new FieldType.Bool(), true));
    return new Tool("network.find", "", true, Tool.DEFAULT_TIMEOUT, fields, fields);
  }

  @Test
  void writesOutputsInTheOrderOfTheContractAndDropsTheRest() {
    Checked checked =
        TOOL.checkOutput(
            "{\"extra\":{},\"known\":true,\"amount\":5,\"count\":2.0,\"status\":\"none\"}");

    assertThat(checked)
        .isEqualTo(
            new Checked.Valid("{\"status\":\"none\",\"count\":2,\"amount\":5.0,\"known\":true}"));
  }

  @Test
  void takesNullForAnAbsentOptionalField() {
    assertThat(TOOL.checkOutput("{\"status\":\"none\",\"eta\":null}"))
        .isEqualTo(new Checked.Valid("{\"status\":\"none\"}"));
  }

  @Test
  void refusesUndeclaredInputs() {
    assertThat(TOOL.checkInput("{\"status\":\"none\",\"extra\":1}"))
        .isInstanceOfSatisfying(
            Checked.Invalid.class, invalid -> assertThat(invalid.why()).contains("'extra'"));
  }

  @Test
  void givesACanonicalOutputBackAsItIs() {
    String canonical = "{\"status\":\"outage\",\"eta\":\"6 PM\",\"count\":1,\"amount\":0.1}";

    assertThat(TOOL.checkOutput(canonical)).isEqualTo(new Checked.Valid(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"none\"",
        "<html>",
        "{\"status\":\"none\"",
        "{\"status\":\"none\"} {}",
        "{}",
        "{\"status\":null}",
        "{\"status\":\"gone\"}",
        "{\"status\":1}",
        "{\"status\":\"none\",\"status\":\"none\"}",
        "{\"status\":\"none\",\"eta\":5}",
        "{\"status\":\"none\",\"count\":1.5}",
        "{\"status\":\"none\",\"count\":1e400}",
        "{\"status\":\"none\",\"count\":9223372036854775808}",
        "{\"status\":\"none\",\"count\":\"5\"}",
        "{\"status\":\"none\",\"amount\":1e999999999}",
        "{\"status\":\"none\",\"amount\":NaN}",
        "{\"status\":\"none\",\"known\":\"true\"}",
      })
  void refusesWhatDoesNotFit(String json) {
    assertThat(TOOL.checkOutput(json))
        .isInstanceOfSatisfying(
            Checked.Invalid.class, invalid -> assertThat(invalid.why()).isNotBlank());
  }

  @Test
  void survivesDeepNesting() {
    assertThat(TOOL.checkOutput("[".repeat(100_000))).isInstanceOf(Checked.Invalid.class);
  }
}
