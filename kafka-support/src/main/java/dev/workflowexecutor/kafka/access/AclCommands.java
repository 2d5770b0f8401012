package dev.workflowexecutor.kafka.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The grants as commands for Kafka's own {@code kafka-acls.sh}. */
public final class AclCommands {

  private AclCommands() {}

  /** One command a grant, to be given the broker and the administrator's settings. */
  public static List<String> of(Principals principals) {
    return Grants.all().stream().map(grant -> command(grant, principals)).distinct().toList();
  }

  private static String command(Grant grant, Principals principals) {
    return "kafka-acls.sh --bootstrap-server \"$KAFKA\" --command-config \"$ADMIN\" --add"
        + " --allow-principal %s %s %s%s%s"
            .formatted(
                quoted(principals.of(grant.party())),
                option(grant.resource()),
                grant.name(),
                grant.pattern() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "",
                operations(grant.operations()));
  }

  /** A name may have blanks and other things that a shell has its own thoughts about. */
  private static String quoted(String principal) {
    return principal.matches("[A-Za-z0-9:._-]+")
        ? principal
        : "'" + principal.replace("'", "'\\''") + "'";
  }

  private static String option(ResourceType resource) {
    return "--" + resource.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String operations(List<AclOperation> operations) {
    return operations.stream()
        .map(it -> " --operation " + camelCase(it))
        .collect(Collectors.joining());
  }

  private static String camelCase(AclOperation operation) {
    return List.of(operation.name().split("_")).stream()
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
