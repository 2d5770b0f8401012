package dev.workflowexecutor.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every contract. */
class ContractsTest {

  private static final String HINT = ",\"avro.java.string\":\"String\"";

  // What kafka-support's serdes do for every service: Avro loads only classes somebody vouched for.
  @BeforeAll
  static void vouchForTheRecords() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackageName().equals("dev.workflowexecutor.events")));
  }

  static List<Path> contracts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
    }
  }

  private static Schema parse(Path contract) throws IOException {
    return new SchemaParser().parse(contract).mainSchema();
  }

  @Test
  void thereIsOneForEachOfTheSevenTopics() throws IOException {
    assertThat(contracts())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "ExecutionResult.avsc",
            "ExtractedIntent.avsc",
            "RawProblem.avsc",
            "ToolCall.avsc",
            "ToolReply.avsc",
            "ValidatedDecision.avsc",
            "WorkflowDefinition.avsc");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void documentsEveryRecordFieldAndEnum(Path contract) throws IOException {
    Described.in(parse(contract))
        .forEach(
            described ->
                assertThat(described.doc()).as("doc of %s", described.name()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void givesEveryEnumADefault(Path contract) throws IOException {
    Described.enumsIn(parse(contract))
        .forEach(
            symbols ->
                assertThat(symbols.getEnumDefault())
                    .as("default of %s", symbols.getFullName())
                    .isNotNull());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void generatesARecordWithTheSameSchema(Path contract) throws IOException {
    Schema schema = parse(contract);
    Class<?> type = SpecificData.get().getClass(schema);

    assertThat(type).isNotNull().matches(SpecificRecord.class::isAssignableFrom);
    assertThat(SpecificData.get().getSchema(type).toString().replace(HINT, ""))
        .isEqualTo(schema.toString().replace("\"string\"", "{\"type\":\"string\"}"));
  }

  @Test
  void keysAreText() throws IOException {
    for (Path contract : contracts()) {
      Schema schema = parse(contract);
      String key = schema.getName().equals("WorkflowDefinition") ? "workflow" : "ticketId";

      assertThat(schema.getField(key).schema().getType()).isEqualTo(Schema.Type.STRING);
    }
  }

  // By the schema and not by the generated setters: an edited contract is the gate's to tell of.
  @ParameterizedTest
  @MethodSource("contracts")
  void everyDefaultIsAValueOfItsField(Path contract) throws IOException {
    SpecificData data = SpecificData.get();
    for (Schema.Field field : data.getSchema(data.getClass(parse(contract))).getFields()) {
      if (field.hasDefaultValue()) {
        assertThat(data.validate(field.schema(), data.getDefaultValue(field)))
            .as("default of %s", field.name())
            .isTrue();
      }
    }
  }
}
