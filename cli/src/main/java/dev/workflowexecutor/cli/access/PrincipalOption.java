package dev.workflowexecutor.cli.access;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.kafka.access.Principals;
import dev.workflowexecutor.kafka.topic.Party;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that names the parties as a broker knows them. */
final class PrincipalOption {

  @Option(
      names = "--principal",
      paramLabel = "PARTY=PRINCIPAL",
      description =
          "The name by which the broker knows a party, as gateway=User:CN=gateway; may be repeated;"
              + " default: User: and the service's name. Parties: upstream, gateway, extraction,"
              + " decision, engine, tool_workers, downstream, publisher, auditor.")
  private Map<Party, String> principals = new EnumMap<>(Party.class);

  Principals principals() {
    try {
      return new Principals(principals);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }
}
