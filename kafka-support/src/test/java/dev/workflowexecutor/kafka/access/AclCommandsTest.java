package dev.workflowexecutor.kafka.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.kafka.topic.Party;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AclCommandsTest {

  @Test
  void nameTheirResourceItsPatternAndTheOperations() {
    assertThat(AclCommands.of(Principals.usual()))
        .contains(
            "kafka-acls.sh --bootstrap-server \"$KAFKA\" --command-config \"$ADMIN\" --add"
                + " --allow-principal User:gateway-service --topic problems.raw --operation Read"
                + " --operation Write",
            "kafka-acls.sh --bootstrap-server \"$KAFKA\" --command-config \"$ADMIN\" --add"
                + " --allow-principal User:decision-service --transactional-id decision-service-"
                + " --resource-pattern-type prefixed --operation Write")
        .anySatisfy(
            command ->
                assertThat(command).contains("--operation DescribeConfigs --operation Read"));
  }

  @Test
  void useTheNamesThatADeploymentHas() {
    var principals = new Principals(Map.of(Party.TOOL_WORKERS, "User:CN=tools,O=Ours"));

    assertThat(AclCommands.of(principals))
        .anySatisfy(
            command ->
                assertThat(command)
                    .contains("--allow-principal 'User:CN=tools,O=Ours' --group executor-tools"));
  }

  @Test
  void refuseANameThatNoBrokerWouldKnow() {
    assertThatThrownBy(() -> new Principals(Map.of(Party.GATEWAY, "gateway")))
        .hasMessageContaining("expected a principal like User:gateway-service")
        .hasMessageContaining("'gateway'");
  }
}
