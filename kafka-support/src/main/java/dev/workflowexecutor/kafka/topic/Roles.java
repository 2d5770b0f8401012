package dev.workflowexecutor.kafka.topic;

import java.util.List;
import java.util.Optional;

/**
 * Who may do what with a topic.
 *
 * @param owners its only writers
 * @param processor the one that takes each record once and puts those aside that can't be processed
 * @param followers who else reads it, each by itself; {@link Party#AUDITOR} always may
 */
record Roles(List<Party> owners, Optional<Party> processor, List<Party> followers) {

  Roles {
    owners = List.copyOf(owners);
    followers = List.copyOf(followers);
  }

  static Roles ownedBy(Party... owners) {
    return new Roles(List.of(owners), Optional.empty(), List.of());
  }

  Roles processedBy(Party party) {
    return new Roles(owners, Optional.of(party), followers);
  }

  Roles followedBy(Party... parties) {
    return new Roles(owners, processor, List.of(parties));
  }
}
