package dev.workflowexecutor.cli.topic;

import dev.workflowexecutor.cli.broker.BrokerClient;
import dev.workflowexecutor.cli.console.Console;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wfx topics create}: for a broker on which the services may not create topics. */
@Command(
    name = "create",
    description =
        "Creates the platform's topics where they are missing, each with its dead-letter topic;"
            + " fails where one has another number of partitions.")
final class CreateTopicsCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Mixin private final BrokerClient broker = new BrokerClient();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "Partitions of each topic but workflows.definitions, which has one; default:"
              + " ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "1",
      description = "Replicas of each partition; default: ${DEFAULT-VALUE}.")
  private short replication;

  @Override
  public Integer call() {
    new PlatformTopics(broker.settings(), partitions, replication)
        .create()
        .forEach(
            topic ->
                console.answer(
                    topic.name() + (topic.created() ? " created" : " is there"),
                    Map.of(
                        "topic", topic.name(),
                        "partitions", topic.partitions(),
                        "created", topic.created())));
    return Console.DONE;
  }
}
