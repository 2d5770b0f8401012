package dev.workflowexecutor.kafka.access;

import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;

/** The tables of the page for operators, as they follow from the code. */
final class AclPage {

  private AclPage() {}

  static String ownership() {
    return Arrays.stream(Topic.values())
        .map(
            topic ->
                "| `%s` | %s | %s | %s |"
                    .formatted(
                        topic.topicName(),
                        parties(topic.owners()),
                        parties(topic.processor().stream().toList()),
                        parties(topic.followers())))
        .collect(
            Collectors.joining(
                "\n",
                "| topic | written only by | processed by, who also writes `<topic>.dlq` | also read by |\n|---|---|---|---|\n",
                ""));
  }

  static String grants() {
    return Grants.all().stream()
        .map(
            grant ->
                "| `%s` | %s | `%s%s` | %s |"
                    .formatted(
                        Principals.usual().of(grant.party()),
                        grant.resource().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        grant.name(),
                        grant.pattern() == PatternType.PREFIXED ? "*" : "",
                        grant.operations().stream()
                            .map(AclPage::words)
                            .collect(Collectors.joining(", "))))
        .distinct()
        .collect(
            Collectors.joining("\n", "| principal | on | named | may |\n|---|---|---|---|\n", ""));
  }

  private static String parties(Collection<Party> parties) {
    return parties.stream()
        .map(party -> party.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private static String words(AclOperation operation) {
    return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
