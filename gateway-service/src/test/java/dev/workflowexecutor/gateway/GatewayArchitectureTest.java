package dev.workflowexecutor.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.workflowexecutor.kafka.deadletter.DeadLetters;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaOperations;

class GatewayArchitectureTest {
  private static final String WRITER = "dev.workflowexecutor.gateway.kafka.ProblemTopic";
  private static final String LETTERS = "dev.workflowexecutor.gateway.kafka.RefusedRecords";
  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.workflowexecutor.gateway");

  @Test
  void onlyTheProblemTopicWrites() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(WRITER)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Producer.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(KafkaOperations.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ProducerRecord.class)
        .because("each topic has one owner, and the gateway's is problems.raw")
        .check(GATEWAY);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(LETTERS)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(DeadLetters.class)
        .because("who refuses a record keeps it, in one place")
        .check(GATEWAY);
  }

  @Test
  void onlyRefusedResultsAreKeptAsDeadLetters() {
    assertThat(topicsNamedBy(LETTERS))
        .isNotEmpty()
        .allMatch(Topic.EXECUTIONS_RESULTS.name()::equals);
  }

  @Test
  void theProblemTopicNamesNoOtherTopic() {
    assertThat(topicsNamedBy(WRITER)).isNotEmpty().allMatch(Topic.PROBLEMS_RAW.name()::equals);
  }

  private static Stream<String> topicsNamedBy(String type) {
    return GATEWAY.get(type).getFieldAccessesFromSelf().stream()
        .filter(access -> access.getTargetOwner().isEquivalentTo(Topic.class))
        .map(JavaFieldAccess::getName);
  }

  @Test
  void avroStaysInTheKafkaPackage() {
    noClasses()
        .that(not(resideInAPackage("dev.workflowexecutor.gateway.kafka..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.workflowexecutor.events..", "org.apache.avro..")
        .because("contracts between services are no concern of the HTTP API")
        .check(GATEWAY);
  }

  @Test
  void kafkaStaysInTheKafkaPackage() {
    noClasses()
        .that(not(resideInAPackage("dev.workflowexecutor.gateway.kafka..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", "org.springframework.kafka..", "dev.workflowexecutor.kafka..")
        .because("the API answers without knowing how problems travel")
        .check(GATEWAY);
  }

  @Test
  void knowsNoWorkflowsAndNoOtherService() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.workflowexecutor.gateway..")
                .or(resideInAPackage("dev.workflowexecutor.events.."))
                .or(resideInAPackage("dev.workflowexecutor.kafka.."))
                .or(not(resideInAPackage("dev.workflowexecutor.."))))
        .because("the schemas are the services' only shared language")
        .check(GATEWAY);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.workflowexecutor.kafka.definitions..")
        .because("the gateway doesn't know the definitions")
        .check(GATEWAY);
  }

  @Test
  void jacksonIsTheNewOneAndPackagesHaveNoCycles() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
        .because("Jackson 2 is only there for Avro")
        .check(GATEWAY);
    slices()
        .matching("dev.workflowexecutor.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .check(GATEWAY);
  }
}
