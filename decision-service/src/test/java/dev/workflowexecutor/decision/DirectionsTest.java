package dev.workflowexecutor.decision;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directions that must never exist. */
class DirectionsTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.workflowexecutor.decision");
  private static final String[] DOMAIN = {
    "..decision.decide..", "..decision.intent..", "..decision.ticket.."
  };

  @Test
  void decidingKnowsNoFrameworkNoIoAndNoLogging() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache..",
            "org.slf4j..",
            "io.micrometer..",
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.util.logging..",
            "java.util.concurrent..")
        .because("the same records must give the same decisions, wherever they are decided")
        .check(MAIN);
  }

  @Test
  void decidingReadsNoClockAndDrawsNoLots() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, java.util.Random.class, ThreadLocalRandom.class, Thread.class)
        .because("time comes from the records, and ids follow from their causes")
        .check(MAIN);
  }

  @Test
  void decidingKnowsNoTopology() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..decision.topology..", "..decision.config..", "..kafka..")
        .because("the pure core is used without Kafka too")
        .check(MAIN);
  }

  @Test
  void recordTypesStayInTheTopology() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..topology..", "..kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.events..")
        .because("generated types belong to the adapters")
        .check(MAIN);
  }

  @Test
  void noOtherServiceIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.workflowexecutor.extraction..",
            "dev.workflowexecutor.executor..",
            "dev.workflowexecutor.gateway..",
            "dev.workflowexecutor.standalone..",
            "dev.workflowexecutor.cli..")
        .because("the schemas are the only shared language of the services")
        .check(MAIN);
  }

  @Test
  void mainCodeKnowsNoTestSupport() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..", "..kafka.test..")
        .because("test support isn't shipped")
        .check(MAIN);
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.workflowexecutor.decision.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.langchain4j.model.chat.ChatModel",
        "dev.langchain4j.data.message.UserMessage",
        "dev.workflowexecutor.extraction.ExtractionApplication",
        "dev.workflowexecutor.executor.ExecutorApplication",
        "dev.workflowexecutor.gateway.GatewayApplication"
      })
  void neitherAModelNorAnotherServiceIsOnTheClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
