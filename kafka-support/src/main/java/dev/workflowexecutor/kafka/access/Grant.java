package dev.workflowexecutor.kafka.access;

import dev.workflowexecutor.kafka.topic.Party;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Operations that a party may do on a resource of the broker, from any host.
 *
 * @param pattern whether the name is the whole name or its beginning
 */
public record Grant(
    Party party,
    ResourceType resource,
    PatternType pattern,
    String name,
    List<AclOperation> operations) {

  private static final String ANY_HOST = "*";

  public Grant {
    operations = List.copyOf(operations);
  }

  static Grant literal(Party party, ResourceType resource, String name, AclOperation... allowed) {
    return new Grant(party, resource, PatternType.LITERAL, name, List.of(allowed));
  }

  static Grant prefixed(Party party, ResourceType resource, String name, AclOperation... allowed) {
    return new Grant(party, resource, PatternType.PREFIXED, name, List.of(allowed));
  }

  /** The access control entries of this grant for a principal, as {@code User:name}. */
  public List<AclBinding> bindings(String principal) {
    var where = new ResourcePattern(resource, name, pattern);
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    where,
                    new AccessControlEntry(
                        principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
        .toList();
  }
}
