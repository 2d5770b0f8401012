package dev.workflowexecutor.cli.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import dev.workflowexecutor.kafka.registry.MockSchemaRegistry;
import dev.workflowexecutor.schemas.ReleasedSchemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasCommandsTest {

  private final String scope = UUID.randomUUID().toString();

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.drop(scope);
  }

  private CommandRun onRegistry(String command, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "schemas";
    arguments[1] = command;
    arguments[2] = "--registry";
    arguments[3] = "mock://" + scope;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void registersWhatIsMissingAndFindsItThenThere() {
    CommandRun before = onRegistry("check");
    CommandRun registered = onRegistry("register");
    CommandRun after = onRegistry("check");

    assertThat(before.code()).isEqualTo(1);
    assertThat(before.out())
        .contains(
            "problems.raw-value: expected the schema here as one of its versions, found none");
    assertThat(registered.code()).isZero();
    assertThat(after.code()).isZero();
    assertThat(after.out().lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).contains("version 1 is", "FULL_TRANSITIVE"));
  }

  @Test
  void worksOnTheSubjectsThatAreNamed() {
    assertThat(onRegistry("register", "tools.calls-value").code()).isZero();

    assertThat(MockSchemaRegistry.scope(scope).versions("tools.calls-value")).containsExactly(1);
    assertThat(MockSchemaRegistry.scope(scope).versions("tools.replies-value")).isEmpty();
  }

  @Test
  void leavesASubjectWithAnIncompatibleVersionAsItIs() {
    MockSchemaRegistry.scope(scope)
        .register(
            "tools.calls-value",
            SchemaBuilder.record("ToolCall")
                .namespace("dev.workflowexecutor.events")
                .fields()
                .requiredInt("callId")
                .endRecord());

    CommandRun run = onRegistry("register", "tools.calls-value");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "tools.calls-value: field callId of the schema here breaks registered version 1"
                + " (TYPE_CHANGED)");
    assertThat(MockSchemaRegistry.scope(scope).versions("tools.calls-value")).containsExactly(1);
  }

  @Test
  void tellsProgramsALineForEachSubject() {
    CommandRun run = onRegistry("register", "--json", "tools.calls-value");

    assertThat(run.out().strip())
        .isEqualTo(
            "{\"subject\":\"tools.calls-value\",\"versions\":[1],\"ownVersion\":1,"
                + "\"level\":\"FULL_TRANSITIVE\",\"problems\":[]}");
  }

  @Test
  void saysWhichSubjectsThereAre() {
    CommandRun run = onRegistry("check", "nothing-value");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("expected one of the subjects problems.raw-value, ");
  }

  @Test
  void saysThatNoRegistryAnswers() {
    CommandRun run = CommandRun.of("schemas", "check", "--registry", "http://127.0.0.1:1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines("wfx: no schema registry answers at http://127.0.0.1:1");
  }

  @Test
  void saysWhatIsWrongWithTheAddressOfTheRegistry() {
    CommandRun run = CommandRun.of("schemas", "check", "--registry", "ftp://u:secret@registry");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "wfx: expected a usable --registry and --property: Invalid value (not shown) for"
                + " configuration schema.registry.url: expected http://host, https://host or"
                + " mock://; see wfx schemas check --help");
  }

  @Test
  void saysWhatIsWrongWithAPropertyOfTheRegistrysClient() {
    CommandRun run = onRegistry("register", "--property", "schema.registry.ssl.nonsense=1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("wfx: expected a usable --registry and --property: ")
        .contains("schema.registry.ssl.nonsense")
        .doesNotContain("Exception");
  }

  @Test
  void releasesTheCurrentSchemasOnce(@TempDir Path folder) throws Exception {
    CommandRun first = CommandRun.of("schemas", "release", "--released", folder.toString());
    CommandRun second = CommandRun.of("schemas", "release", "--released", folder.toString());

    assertThat(first.out().lines()).hasSize(7);
    assertThat(new ReleasedSchemas(folder).of("problems.raw-value")).containsOnlyKeys(1);
    assertThat(second.out()).contains("nothing changed since the last release");
    assertThat(second.code()).isZero();
  }

  @Test
  void releasesNothingOverAnEditedRelease(@TempDir Path folder) throws Exception {
    CommandRun.of("schemas", "release", "--released", folder.toString());
    Path edited = folder.resolve("problems.raw-value/v1.avsc");
    Files.writeString(edited, Files.readString(edited) + " ");

    CommandRun run = CommandRun.of("schemas", "release", "--released", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("nothing is released", "problems.raw-value/v1.avsc is not as it was released");
  }
}
