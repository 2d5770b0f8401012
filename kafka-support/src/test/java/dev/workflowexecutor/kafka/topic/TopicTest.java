package dev.workflowexecutor.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.RawProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

  @Test
  void namesItsSubjectAndItsDeadLetters() {
    assertThat(Topic.PROBLEMS_RAW.subject()).isEqualTo("problems.raw-value");
    assertThat(Topic.PROBLEMS_RAW.deadLetterName()).isEqualTo("problems.raw.dlq");
    assertThat(Topic.PROBLEMS_RAW.type()).isEqualTo(RawProblem.class);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Topic topic) {
    assertThat(Topic.named(topic.topicName())).contains(topic);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSchemaOfItsType(Topic topic) {
    assertThat(topic.schema().getFullName()).isEqualTo(topic.type().getName());
  }

  @Test
  void isNotFoundByAnotherName() {
    assertThat(Topic.named("problems.raw.dlq")).isEmpty();
  }
}
