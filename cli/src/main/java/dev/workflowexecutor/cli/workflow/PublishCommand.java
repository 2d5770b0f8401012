package dev.workflowexecutor.cli.workflow;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wfx workflow publish}: hands a pack to a running platform. */
@Command(
    name = "publish",
    description = "Publishes a pack to a running platform, which needs no restart for it.")
final class PublishCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Parameters(paramLabel = "PATH", description = "A pack, or a folder of packs.")
  private Path path = Path.of("");

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:WFX_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description =
          "The platform's broker; default: WFX_KAFKA_BOOTSTRAP_SERVERS, else ${DEFAULT-VALUE}.")
  private String kafka = "";

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "${env:WFX_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081/apis/ccompat/v7}",
      description =
          "The platform's schema registry; default: WFX_SCHEMA_REGISTRY_URL, else"
              + " ${DEFAULT-VALUE}.")
  private String registry = "";

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
    client.put("schema.registry.url", registry);
    new PackPublication(client)
        .publish(
            CompiledPack.at(path),
            (workflow, result) ->
                console.answer(
                    workflow.key() + " " + result.words(),
                    Map.of(
                        "workflow", workflow.name(),
                        "version", workflow.version(),
                        "result", result)));
    return Console.DONE;
  }
}
