package dev.workflowexecutor.standalone;

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
          .importPackages("dev.workflowexecutor.standalone");

  @Test
  void hasNoPackageCycles() {
    slices()
        .matching("dev.workflowexecutor.(standalone..)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void readsNoRecordsItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.events..")
        .because("the embedded platform only starts what others do")
        .check(CLASSES);
  }

  @Test
  void needsOnlyTheJdkInTheRegistrysProcess() {
    noClasses()
        .that()
        .haveSimpleName("RegistryMain")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.jspecify..")
        .because("the registry's class path has nothing of ours but that class")
        .check(CLASSES);
  }
}
