package dev.workflowexecutor.cli.gateway;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code wfx watch}: follows outcomes as they come. */
@Command(
    name = "watch",
    description = "Follows the outcomes of a ticket, or from now on of all tickets.")
public final class WatchCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();
  @Mixin private final GatewayAddress address = new GatewayAddress();

  @Parameters(
      paramLabel = "TICKET",
      arity = "0..1",
      description = "The ticket, whose earlier outcomes are shown as well; default: all tickets.")
  private @Nullable String ticket;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "0",
      description = "Ends after so many outcomes; default: goes on until it is told to end.")
  private long count;

  private long seen;

  @Override
  public Integer call() {
    String path =
        ticket == null ? "/v1/outcomes/events" : GatewayClient.ticketPath(ticket) + "/events";
    try (GatewayClient client = address.client()) {
      client.follow(path, this::show);
    }
    if (count > 0 && seen >= count) {
      return Console.DONE;
    }
    throw new CommandFailed("the platform ended the stream; watch again when it is back");
  }

  private boolean show(ServerSentEvent event) {
    if (event.name().equals("outcome")) {
      JsonNode outcome = JsonMapper.shared().readTree(event.data());
      console.answer(
          "%s  %s".formatted(outcome.path("ticketId").asString(""), OutcomeText.of(outcome)),
          outcome);
      seen++;
    }
    return count == 0 || seen < count;
  }
}
