package dev.workflowexecutor.kafka.access;

import dev.workflowexecutor.kafka.topic.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;

/**
 * The names that a broker knows the parties by, as {@code User:name}.
 *
 * @param others the parties whose principal isn't {@code User:} and their usual user name
 */
public record Principals(Map<Party, String> others) {

  private static final String USER = "User:";

  /**
   * Principals with a type and a name.
   *
   * @throws IllegalArgumentException if one has another form
   */
  public Principals {
    others = Map.copyOf(others);
    for (Map.Entry<Party, String> other : others.entrySet()) {
      if (!other.getValue().startsWith(USER) || other.getValue().length() == USER.length()) {
        throw new IllegalArgumentException(
            "expected a principal like User:%s for %s, found '%s'"
                .formatted(other.getKey().user(), other.getKey(), other.getValue()));
      }
    }
  }

  /** The usual names. */
  public static Principals usual() {
    return new Principals(new EnumMap<>(Party.class));
  }

  /** The party's principal. */
  public String of(Party party) {
    return others.getOrDefault(party, USER + party.user());
  }

  /** The access control entries of all grants, each once. */
  public List<AclBinding> bindings() {
    return Grants.all().stream().flatMap(this::bindings).distinct().toList();
  }

  private Stream<AclBinding> bindings(Grant grant) {
    return grant.bindings(of(grant.party())).stream();
  }
}
