package dev.workflowexecutor.kafka.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.definitions.DefinitionsDeadLetters;
import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {

  @ParameterizedTest
  @EnumSource
  void letNobodyButItsOwnersWriteATopic(Topic topic) {
    assertThat(who(topic.topicName(), AclOperation.WRITE))
        .containsExactlyInAnyOrderElementsOf(topic.owners());
  }

  @ParameterizedTest
  @EnumSource
  void letOnlyTheProcessorPutRecordsAside(Topic topic) {
    assertThat(who(topic.deadLetterName(), AclOperation.WRITE))
        .containsExactlyElementsOf(topic.processor().stream().toList());
  }

  @Test
  void letDecisionServiceReadTheDefinitionsOnceMoreForTheirDeadLetters() {
    assertThat(Grants.of(Party.DECISION))
        .filteredOn(grant -> grant.resource() == ResourceType.GROUP)
        .extracting(Grant::name)
        .contains(DefinitionsDeadLetters.GROUP);
  }

  @ParameterizedTest
  @EnumSource
  void letNobodyDeleteATopicOfThePlatform(Topic topic) {
    assertThat(who(topic.topicName(), AclOperation.DELETE)).isEmpty();
    assertThat(who(topic.deadLetterName(), AclOperation.DELETE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void touchNothingButTopicsGroupsAndTransactionsOfTheParty(Party party) {
    assertThat(Grants.of(party))
        .allSatisfy(
            grant -> {
              assertThat(grant.resource())
                  .isIn(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID);
              assertThat(grant.name()).isNotEqualTo("*");
              assertThat(grant.operations()).doesNotContain(AclOperation.ALL);
            });
  }

  private static List<Party> who(String topic, AclOperation operation) {
    return Grants.all().stream()
        .filter(grant -> grant.resource() == ResourceType.TOPIC)
        .filter(grant -> grant.operations().contains(operation))
        .filter(
            grant ->
                grant.pattern() == PatternType.PREFIXED
                    ? topic.startsWith(grant.name())
                    : topic.equals(grant.name()))
        .map(Grant::party)
        .toList();
  }
}
