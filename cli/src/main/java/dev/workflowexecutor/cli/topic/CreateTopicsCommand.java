package dev.workflowexecutor.cli.topic;

import dev.workflowexecutor.cli.console.Console;
import java.util.Map;
import java.util.TreeMap;
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

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:WFX_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description = "The broker; default: WFX_KAFKA_BOOTSTRAP_SERVERS, else ${DEFAULT-VALUE}.")
  private String kafka = "";

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

  @Option(
      names = "--property",
      paramLabel = "K=V",
      description =
          "A property of the Kafka client, for example for its security; may be repeated.")
  private Map<String, String> properties = new TreeMap<>();

  @Override
  public Integer call() {
    Map<String, Object> client = new TreeMap<>(properties);
    client.put("bootstrap.servers", kafka);
    new PlatformTopics(client, partitions, replication)
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
