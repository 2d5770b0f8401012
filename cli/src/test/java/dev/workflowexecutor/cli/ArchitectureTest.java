package dev.workflowexecutor.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.workflowexecutor.cli");

  @Test
  void hasNoPackageCycles() {
    slices().matching("dev.workflowexecutor.cli.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void readsRecordsInItsKafkaPackagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.events..")
        .because("generated types stay in adapters")
        .check(CLASSES);
  }

  @Test
  void playsScenariosWithoutABroker() {
    noClasses()
        .that()
        .resideInAPackage("..scenario..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework..")
        .because("a pack's tests run anywhere in a moment")
        .check(CLASSES);
  }
}
