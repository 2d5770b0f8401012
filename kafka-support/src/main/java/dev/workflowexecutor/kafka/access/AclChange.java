package dev.workflowexecutor.kafka.access;

import static dev.workflowexecutor.kafka.admin.Answers.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Bringing the platform's access control entries to a broker. */
public final class AclChange {

  private AclChange() {}

  /**
   * Adds those entries that are missing, and takes none away.
   *
   * @param adminConfig configuration of a Kafka admin client whose principal may alter the cluster
   * @return the entries that were added
   * @throws KafkaException if the broker can't be reached, has no authorizer or refuses
   */
  public static List<AclBinding> addMissing(
      Map<String, Object> adminConfig, Principals principals) {
    try (Admin admin = Admin.create(adminConfig)) {
      Set<AclBinding> present =
          Set.copyOf(await(admin.describeAcls(AclBindingFilter.ANY).values()));
      List<AclBinding> missing =
          principals.bindings().stream().filter(entry -> !present.contains(entry)).toList();
      await(admin.createAcls(missing).all());
      return missing;
    }
  }
}
