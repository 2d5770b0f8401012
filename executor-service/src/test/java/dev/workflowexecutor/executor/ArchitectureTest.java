package dev.workflowexecutor.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions that must never exist in this service. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.workflowexecutor.executor");

  @Test
  void advanceIsPure() {
    noClasses()
        .that()
        .resideInAPackage("..executor.advance..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "org.slf4j..",
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.concurrent..",
            "dev.workflowexecutor.events..",
            "dev.workflowexecutor.kafka..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .because("a replay must give the same calls and outcomes, byte for byte")
        .check(CLASSES);
  }

  @Test
  void executorObeysDecisionsAndKnowsNeitherProblemsNorIntents() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.workflowexecutor.events.RawProblem")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.workflowexecutor.events.ExtractedIntent")
        .because("what is carried out was decided by rules, never by a model's answer")
        .check(CLASSES);
  }

  @Test
  void avroTypesStayInTheAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..executor.kafka..", "..executor.topology..", "..executor.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.events..")
        .because("the domain has records of its own")
        .check(CLASSES);
  }

  @Test
  void executorDependsOnNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.workflowexecutor.extraction..",
            "dev.workflowexecutor.decision..",
            "dev.workflowexecutor.gateway..",
            "dev.workflowexecutor.standalone..")
        .because("the schemas are the services' only shared language")
        .check(CLASSES);
  }

  @Test
  void noModelCanBeReachedFromHere() {
    assertThatThrownBy(() -> Class.forName("dev.langchain4j.model.chat.ChatModel"))
        .as("langchain4j on the class path, directly or transitively")
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void mainCodeUsesNoTestSupport() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "test support",
                type ->
                    type.getPackageName().contains("junit")
                        || type.getPackageName().startsWith("org.springframework.kafka.test")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.workflowexecutor.executor.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
