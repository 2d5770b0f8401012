package dev.workflowexecutor.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.schemas.Edits.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every released contract of this repository, edited at every place in every way that could break
 * it.
 */
class EditsOfEveryContractTest {

  private static final ReleasedSchemas RELEASED = new ReleasedSchemas(Path.of("released"));

  static Stream<Edit> breaking() throws IOException {
    return edits().filter(edit -> edit.rule().isPresent());
  }

  static Stream<Edit> harmless() throws IOException {
    return edits().filter(edit -> edit.rule().isEmpty());
  }

  private static Stream<Edit> edits() throws IOException {
    List<Edit> edits = new ArrayList<>();
    for (String subject : Subjects.current().keySet()) {
      RELEASED.of(subject).values().forEach(schema -> edits.addAll(Edits.of(subject, schema)));
    }
    return edits.stream();
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void anEditThatBreaksIsToldWithItsPlace(Edit edit) throws Exception {
    assertThat(violations(edit))
        .anySatisfy(
            violation -> {
              assertThat(violation.rule()).isEqualTo(edit.rule().orElseThrow());
              assertThat(violation.toString())
                  .startsWith(
                      "%s: field %s breaks released version "
                          .formatted(edit.subject(), edit.place()))
                  .contains("compatible would be: ");
            });
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void anEditThatEverybodyCanReadPasses(Edit edit) throws Exception {
    assertThat(violations(edit)).isEmpty();
  }

  private static List<Violation> violations(Edit edit) throws Exception {
    Schema edited = new Schema.Parser().parse(edit.schema());
    return RELEASED.check(new TreeMap<>(Map.of(edit.subject(), edited)));
  }
}
