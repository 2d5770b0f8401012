package dev.workflowexecutor.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's gate: the current schemas against the released ones of this repository. */
class ReleasedSchemasTest {

  private static final ReleasedSchemas RELEASED = new ReleasedSchemas(Path.of("released"));

  @Test
  void theCurrentSchemasBreakNoReleasedVersion() throws Exception {
    List<Violation> violations = RELEASED.check(Subjects.current());

    assertThat(violations).withFailMessage(() -> lines(violations)).isEmpty();
  }

  @Test
  void noReleasedFileWasEdited() throws Exception {
    List<String> complaints = RELEASED.edited();

    assertThat(complaints).withFailMessage(() -> lines(complaints)).isEmpty();
  }

  private static String lines(List<?> all) {
    return all.stream().map(each -> "\n  " + each).collect(Collectors.joining());
  }

  @Test
  void everySubjectWasReleased() throws Exception {
    for (String subject : Subjects.current().keySet()) {
      assertThat(RELEASED.of(subject)).as(subject).isNotEmpty();
    }
  }

  @Test
  void freezesTheCurrentSchemasOnceAsTheNextVersion(@TempDir Path folder) throws Exception {
    ReleasedSchemas released = new ReleasedSchemas(folder);

    assertThat(released.release(one("int", ""))).hasSize(1);
    assertThat(released.release(one("int", ""))).isEmpty();
    assertThat(released.release(one("int", optionalField("b")))).hasSize(1);

    assertThat(released.of("t-value")).containsOnlyKeys(1, 2);
    assertThat(released.edited()).isEmpty();
  }

  @Test
  void releasesNothingThatBreaksAReleasedVersion(@TempDir Path folder) throws Exception {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(one("int", ""));

    assertThatThrownBy(() -> released.release(one("string", "")))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("t-value: field a breaks released version 1 (TYPE_CHANGED)");

    assertThat(released.of("t-value")).containsOnlyKeys(1);
  }

  @Test
  void tellsWhichReleasedFileWasEditedOrRemoved(@TempDir Path folder) throws Exception {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(one("int", ""));
    released.release(one("int", optionalField("b")));

    Files.writeString(folder.resolve("t-value/v1.avsc"), "\"string\"");
    Files.delete(folder.resolve("t-value/v2.avsc"));

    assertThat(released.edited())
        .containsExactly(
            "released file t-value/v1.avsc is not as it was released: restore it",
            "released file t-value/v2.avsc is gone: restore it");
  }

  @Test
  void tellsAFileThatWasNeverReleasedFromAnEditedOne(@TempDir Path folder) throws Exception {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(one("int", ""));

    Files.writeString(folder.resolve("t-value/v2.avsc"), "\"string\"");

    assertThat(released.edited())
        .containsExactly(
            "file t-value/v2.avsc is not in SHA256SUMS, so it was added by hand or a release was"
                + " interrupted: remove it, and release with wfx schemas release");
  }

  @Test
  void releasesAnewWhatAnInterruptedReleaseLeft(@TempDir Path folder) throws Exception {
    ReleasedSchemas released = new ReleasedSchemas(folder);
    released.release(one("int", ""));
    released.release(one("int", optionalField("b")));
    Path list = folder.resolve("SHA256SUMS");
    Files.write(list, Files.readAllLines(list).subList(0, 1));

    assertThatThrownBy(() -> released.release(one("int", optionalField("b"))))
        .isInstanceOf(EditedReleaseException.class)
        .hasMessageContaining("file t-value/v2.avsc is not in SHA256SUMS");

    Files.delete(folder.resolve("t-value/v2.avsc"));
    assertThat(released.release(one("int", optionalField("b")))).hasSize(1);
    assertThat(released.edited()).isEmpty();
  }

  private static String optionalField(String name) {
    return ",{'name':'%s','type':['null','string'],'default':null}".formatted(name);
  }

  private static SortedMap<String, Schema> one(String type, String more) {
    String json =
        "{'type':'record','name':'R','fields':[{'name':'a','type':'%s'}%s]}".formatted(type, more);
    return new TreeMap<>(
        java.util.Map.of("t-value", new Schema.Parser().parse(json.replace('\'', '"'))));
  }
}
