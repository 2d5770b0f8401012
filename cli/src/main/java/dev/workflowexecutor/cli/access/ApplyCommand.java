package dev.workflowexecutor.cli.access;

import dev.workflowexecutor.cli.broker.BrokerClient;
import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.kafka.access.AclChange;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wfx acls apply}: brings the access control entries to a broker. */
@Command(
    name = "apply",
    description =
        "Adds the access control entries that are missing on the broker, and takes none away. Needs"
            + " an administrator's settings.")
final class ApplyCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Mixin private final BrokerClient broker = new BrokerClient();

  @Mixin private final PrincipalOption option = new PrincipalOption();

  @Override
  public Integer call() {
    List<AclBinding> added = added();
    added.forEach(
        entry ->
            console.answer(
                "%s may %s %s %s"
                    .formatted(
                        entry.entry().principal(),
                        entry.entry().operation(),
                        entry.pattern().resourceType(),
                        entry.pattern().name()),
                Map.of(
                    "principal", entry.entry().principal(),
                    "operation", entry.entry().operation(),
                    "resource", entry.pattern().resourceType(),
                    "name", entry.pattern().name(),
                    "pattern", entry.pattern().patternType())));
    console.people(added.size() + " access control entries added");
    return Console.DONE;
  }

  private List<AclBinding> added() {
    try {
      return AclChange.addMissing(broker.settings(), option.principals());
    } catch (KafkaException e) {
      throw new CommandFailed(
          "can't change access on the Kafka broker at %s: %s"
              .formatted(broker.address(), e.getMessage()),
          e);
    }
  }
}
