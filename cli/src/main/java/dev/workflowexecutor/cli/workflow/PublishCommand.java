package dev.workflowexecutor.cli.workflow;

import dev.workflowexecutor.cli.broker.BrokerClient;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.nio.file.Path;
import java.util.Map;
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

  @Mixin private final BrokerClient broker = new BrokerClient();

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "${env:WFX_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081/apis/ccompat/v7}",
      description =
          "The platform's schema registry; default: WFX_SCHEMA_REGISTRY_URL, else"
              + " ${DEFAULT-VALUE}.")
  private String registry = "";

  @Override
  public Integer call() {
    Map<String, Object> client = broker.settings();
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
