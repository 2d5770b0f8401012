package dev.workflowexecutor.extraction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.workflowexecutor.extraction";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void keepsModelLibrariesInsideTheReaders() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..embedded..", "..llm..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..")
        .because("which model answers makes no difference to anybody else")
        .check(CLASSES);
  }

  @Test
  void keepsRecordsOfTheWireInTheirAdapter() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..kafka..", "..config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.workflowexecutor.events..", "org.apache.avro..")
        .because("the domain has records of its own")
        .check(CLASSES);
  }

  @Test
  void keepsReadingFreeOfFrameworks() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..intent..",
            "..recognise..",
            "..conversation..",
            "..spelling..",
            "..embedded..",
            "..evaluate..",
            "..llm..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "org.apache.kafka..", "dev.workflowexecutor.kafka..")
        .because("the command line reads without a service around it")
        .check(CLASSES);
  }

  @Test
  void knowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.workflowexecutor.decision..",
            "dev.workflowexecutor.executor..",
            "dev.workflowexecutor.gateway..")
        .because("the schemas are the only language that services share")
        .check(CLASSES);
  }

  @Test
  void readsTheClockAtTheEdgeOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..config..", "..kafka..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .because("the time of a message is the time that it says")
        .check(CLASSES);
  }

  @Test
  void hasNoPackageCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
