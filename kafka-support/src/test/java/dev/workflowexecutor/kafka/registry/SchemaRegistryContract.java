package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registry does, so that the mock can't lie. */
public abstract class SchemaRegistryContract {

  protected static final Schema ONE =
      SchemaBuilder.record("Thing").namespace("test").fields().requiredString("name").endRecord();
  protected static final Schema TWO =
      SchemaBuilder.record("Thing")
          .namespace("test")
          .fields()
          .requiredString("name")
          .optionalString("colour")
          .endRecord();
  protected static final Schema OTHER =
      SchemaBuilder.record("Thing").namespace("test").fields().requiredInt("size").endRecord();

  protected abstract SchemaRegistry registry();

  /** Registers a schema that Avro can't parse; the id, or nothing if the registry refuses it. */
  protected abstract OptionalInt registerUnparsable(String subject, String schema);

  /** A subject that no other test uses; with what must be escaped in a URL. */
  protected String subject() {
    return "things " + getClass().getSimpleName() + "/" + System.nanoTime() + "-value";
  }

  @Test
  void givesTheSchemaOfAnIdThatItGave() {
    int id = registry().register(subject(), ONE);

    assertThat(registry().schemaById(id)).contains(ONE);
  }

  @Test
  void givesTheSameIdForTheSameSchemaOfTwoSubjects() {
    assertThat(registry().register(subject(), ONE)).isEqualTo(registry().register(subject(), ONE));
  }

  @Test
  void knowsNoSchemaOfAnIdThatItNeverGave() {
    assertThat(registry().schemaById(2_000_000_000)).isEmpty();
  }

  @Test
  void findsASchemaOfASubject() {
    String subject = subject();
    int id = registry().register(subject, ONE);

    assertThat(registry().lookup(subject, ONE))
        .hasValueSatisfying(
            found -> {
              assertThat(found.id()).isEqualTo(id);
              assertThat(found.version()).isEqualTo(1);
              assertThat(found.subject()).isEqualTo(subject);
            });
  }

  @Test
  void findsNeitherAMissingSubjectNorAMissingSchema() {
    String subject = subject();
    assertThat(registry().lookup(subject, ONE)).isEmpty();
    registry().register(subject, ONE);

    assertThat(registry().lookup(subject, TWO)).isEmpty();
  }

  @Test
  void countsTheVersionsOfASubject() {
    String subject = subject();
    registry().register(subject, ONE);
    registry().register(subject, TWO);

    assertThat(registry().versions(subject)).containsExactly(1, 2);
    assertThat(registry().latest(subject)).map(RegisteredSchema::schema).contains(TWO);
    assertThat(registry().version(subject, 1)).map(RegisteredSchema::schema).contains(ONE);
  }

  @Test
  void hasNoVersionsOfAMissingSubject() {
    String subject = subject();

    assertThat(registry().versions(subject)).isEmpty();
    assertThat(registry().latest(subject)).isEmpty();
    assertThat(registry().version(subject, 1)).isEmpty();
  }

  @Test
  void keepsTheCompatibilityLevelOfASubject() {
    String subject = subject();
    assertThat(registry().compatibility(subject)).isEmpty();
    registry().register(subject, ONE);

    registry().setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);

    assertThat(registry().compatibility(subject)).contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @ParameterizedTest
  @MethodSource("dev.workflowexecutor.kafka.registry.CompatibilityCase#withEveryLevel")
  void judgesTheNextVersionByTheLevel(CompatibilityCase next, CompatibilityLevel level) {
    String subject = subject();
    registry().register(subject, CompatibilityCase.FIRST);
    registry().setCompatibility(subject, CompatibilityLevel.NONE);
    registry().register(subject, CompatibilityCase.SECOND);

    registry().setCompatibility(subject, level);

    boolean allowed = next.isAllowedBy(level);
    assertThat(registry().isCompatible(subject, next.schema())).isEqualTo(allowed);
    if (allowed) {
      registry().register(subject, next.schema());
    } else {
      assertThatThrownBy(() -> registry().register(subject, next.schema()))
          .isInstanceOf(RegistryRefusedException.class);
    }
    assertThat(registry().versions(subject)).hasSize(allowed ? 3 : 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.workflowexecutor.kafka.registry.UnparsableSchemas#all")
  void givesNoSchemaThatAvroCanNotParse(String what, String schema) {
    String subject = subject();

    OptionalInt taken = registerUnparsable(subject, schema);

    assertThat(registry().versions(subject)).as(what).hasSize(taken.isPresent() ? 1 : 0);
    assertThat(registry().version(subject, 1)).isEmpty();
    assertThat(registry().latest(subject)).isEmpty();
    taken.ifPresent(id -> assertThat(registry().schemaById(id)).isEmpty());
  }

  @Test
  void takesAnythingForASubjectThatIsMissing() {
    assertThat(registry().isCompatible(subject(), ONE)).isTrue();
  }

  @Test
  void findsTheVersionThatIsThereWhenItIsRegisteredAgain() {
    String subject = subject();
    int id = registry().register(subject, ONE);
    registry().register(subject, TWO);

    assertThat(registry().register(subject, ONE)).isEqualTo(id);
    assertThat(registry().versions(subject)).containsExactly(1, 2);
  }

  @Test
  void hasNoVersionBeyondTheNewest() {
    String subject = subject();
    registry().register(subject, ONE);

    assertThat(registry().version(subject, 2)).isEmpty();
  }

  @Test
  void keepsNothingOfAVersionThatItRefused() {
    String subject = subject();
    registry().register(subject, ONE);
    registry().setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);

    assertThatThrownBy(() -> registry().register(subject, OTHER))
        .isInstanceOf(RegistryRefusedException.class);

    assertThat(registry().versions(subject)).containsExactly(1);
    assertThat(registry().lookup(subject, OTHER)).isEmpty();
  }

  @Test
  void keepsTheLevelsOfSubjectsApart() {
    String strict = subject();
    String lax = subject();
    registry().register(strict, ONE);
    registry().register(lax, ONE);

    registry().setCompatibility(strict, CompatibilityLevel.FULL_TRANSITIVE);
    registry().setCompatibility(lax, CompatibilityLevel.NONE);

    assertThat(registry().isCompatible(strict, OTHER)).isFalse();
    assertThat(registry().isCompatible(lax, OTHER)).isTrue();
  }

  @Test
  void hasALevelForSubjectsWithoutTheirOwn() {
    String subject = subject();
    registry().register(subject, ONE);

    assertThat(registry().compatibility(subject).orElse(registry().defaultCompatibility()))
        .isEqualTo(registry().defaultCompatibility());
  }

  @Test
  void refusesAnIncompatibleVersion() {
    String subject = subject();
    registry().register(subject, ONE);
    registry().setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);

    assertThat(registry().isCompatible(subject, TWO)).isTrue();
    assertThat(registry().isCompatible(subject, OTHER)).isFalse();
    assertThatThrownBy(() -> registry().register(subject, OTHER))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class,
            refused -> assertThat(refused.errorCode()).isEqualTo(409));
  }
}
