package dev.workflowexecutor.cli.gateway;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.cli.console.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code wfx submit}: submits a problem by HTTP and shows its outcome. */
@Command(name = "submit", description = "Submits a problem and shows its outcome.")
public final class SubmitCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();
  @Mixin private final GatewayAddress address = new GatewayAddress();

  @Parameters(paramLabel = "TEXT", description = "The problem, in a person's own words.")
  private String text = "";

  @Option(names = "--ticket", paramLabel = "ID", description = "The ticket that it continues.")
  private @Nullable String ticket;

  @Option(
      names = "--attribute",
      paramLabel = "K=V",
      description = "Something that is known already; may be repeated.")
  private Map<String, String> attributes = new LinkedHashMap<>();

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "A repeated submission with the same key is recognised.")
  private @Nullable String key;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = Durations.class,
      description = "How long to wait for the outcome, 0 not at all; default: ${DEFAULT-VALUE}.")
  private Duration wait = Duration.ZERO;

  @Override
  public Integer call() {
    Submission submission =
        new Submission(text, Optional.ofNullable(ticket), attributes, Optional.ofNullable(key));
    try (GatewayClient client = address.client()) {
      return switch (client.submit(submission, wait)) {
        case Submitted.Answered(JsonNode outcome) -> answered(outcome);
        case Submitted.Accepted accepted -> accepted(accepted);
        case Submitted.Refused refused -> throw new CommandFailed(refused.reason());
      };
    }
  }

  private int answered(JsonNode outcome) {
    console.answer(
        OutcomeText.of(outcome) + "\nticket " + outcome.path("ticketId").asString(""), outcome);
    return outcome.path("status").asString("").equals("FAILED") ? Console.FAILED : Console.DONE;
  }

  private int accepted(Submitted.Accepted accepted) {
    console.answer("accepted\nticket " + accepted.ticketId(), accepted);
    if (wait.isPositive()) {
      console.progress(
          "no outcome within %d s; follow it with wfx watch %s"
              .formatted(wait.toSeconds(), accepted.ticketId()));
      return Console.FAILED;
    }
    return Console.DONE;
  }
}
