package dev.workflowexecutor.workflow;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Definitions are pure: a replay must give the same bytes as the day it ran. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.workflowexecutor.workflow");

  @Test
  void usesNeitherKafkaNorSpringNorAvroNorLogging() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.springframework..",
            "org.apache.avro..",
            "dev.workflowexecutor.events..",
            "org.slf4j..",
            "java.util.logging..",
            "org.apache.logging..",
            "org.apache.commons.logging..")
        .because("the language is the same wherever it runs")
        .check(CLASSES);
  }

  @Test
  void readsNoClock() {
    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("now|currentTimeMillis|nanoTime|systemDefault|getDefault")))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .because("time comes from the record, and machines differ in zone and locale")
        .check(CLASSES);
  }

  @Test
  void usesNoRandomness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.security\\.SecureRandom|java\\.util\\.random\\..*")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(System.class, "identityHashCode", Object.class)
        .because("ids are derived")
        .check(CLASSES);
  }

  @Test
  void touchesNoFileNoNetworkAndNoEnvironment() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(?!Serializable|IOException|UncheckedIOException).*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .because("a pack's files come as text")
        .check(CLASSES);
  }

  @Test
  void startsNoThreads() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Executor.class)
        .check(CLASSES);
  }

  @Test
  void hasNoPackageCycles() {
    slices().matching("dev.workflowexecutor.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void keepsTheWorkflowFreeOfItsCompiler() {
    noClasses()
        .that()
        .resideInAPackage("dev.workflowexecutor.workflow")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..compile..", "..yaml..", "..prove..")
        .check(CLASSES);
  }
}
