package dev.workflowexecutor.kafka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions that must never exist in this module. */
class ArchitectureTest {

  private static final String BASE = "dev.workflowexecutor.kafka";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void needsSpringInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".boot..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("Spring is an optional dependency: a plain client must be able to use the rest")
        .check(MAIN);
  }

  @Test
  void hasNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void needsKafkaStreamsInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".streams..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.streams..")
        .because("Kafka Streams is an optional dependency")
        .check(MAIN);
  }

  @Test
  void knowsSingleContractsOnlyWhereTopicsAndDefinitionsAre() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".topic..", BASE + ".contract..", BASE + ".definitions..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.events..")
        .because("the serdes and consumers serve any contract")
        .check(MAIN);
  }

  @Test
  void usesOneJackson() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .because("Jackson 2 is there for Avro's own use")
        .check(MAIN);
  }

  @Test
  void isNullMarkedEverywhere() {
    classes()
        .should()
        .beAnnotatedWith(NullMarked.class)
        .orShould(
            com.tngtech.archunit.lang.ArchCondition.from(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "be in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
        .check(MAIN);
  }
}
