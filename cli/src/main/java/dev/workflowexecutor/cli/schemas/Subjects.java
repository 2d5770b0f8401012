package dev.workflowexecutor.cli.schemas;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.kafka.gate.RegistryContracts;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The registry and the subjects that a command works on. */
final class Subjects {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec command;

  @Parameters(
      paramLabel = "SUBJECT",
      arity = "0..*",
      description = "Subjects such as problems.raw-value; default: those of all topics.")
  private List<String> named = List.of();

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "${env:WFX_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081/apis/ccompat/v7}",
      description = "The schema registry; default: WFX_SCHEMA_REGISTRY_URL, else ${DEFAULT-VALUE}.")
  private String registry = "";

  @Option(
      names = "--property",
      paramLabel = "K=V",
      description =
          "A property of the registry's client, for example basic.auth.user.info; may be repeated.")
  private Map<String, String> properties = new TreeMap<>();

  /** What is done with the registry and one topic. */
  @FunctionalInterface
  interface Work {

    /** Does it; false where something is wrong. */
    boolean on(RegistryContracts contracts, Topic topic);
  }

  /**
   * Works on all subjects, one after the other.
   *
   * @return whether nothing was wrong with any
   */
  boolean all(Work work) {
    Map<String, Object> client = new TreeMap<>(properties);
    client.put("schema.registry.url", registry);
    // People want to know at once.
    client.putIfAbsent(SchemaRegistry.RETRY_TIMEOUT, 1);
    List<Topic> topics = topics();
    SchemaRegistry connected = connect(client);
    RegistryContracts contracts = new RegistryContracts(connected);
    try {
      boolean sound = true;
      for (Topic topic : topics) {
        sound &= work.on(contracts, topic);
      }
      return sound;
    } catch (RegistryUnavailableException e) {
      throw new CommandFailed("no schema registry answers at %s".formatted(connected), e);
    } catch (RegistryRefusedException e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private SchemaRegistry connect(Map<String, Object> client) {
    try {
      return SchemaRegistry.connect(client);
    } catch (ConfigException e) {
      throw new ParameterException(
          command.commandLine(),
          "expected a usable --registry and --property: "
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
          e);
    }
  }

  private List<Topic> topics() {
    return named.isEmpty() ? List.of(Topic.values()) : named.stream().map(Subjects::topic).toList();
  }

  private static Topic topic(String subject) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.subject().equals(subject))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailed(
                    "expected one of the subjects %s, found %s"
                        .formatted(
                            Arrays.stream(Topic.values())
                                .map(Topic::subject)
                                .collect(Collectors.joining(", ")),
                            subject)));
  }
}
