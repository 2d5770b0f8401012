package dev.workflowexecutor.cli.gateway;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Option;

/** Where the platform's HTTP API is: {@code --url}, else {@code WFX_URL}, else this machine. */
final class GatewayAddress {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WFX_URL:-http://127.0.0.1:8080}",
      description = "The platform's address; default: WFX_URL, else ${DEFAULT-VALUE}.")
  private String url = "";

  GatewayClient client() {
    try {
      URI address = new URI(url.replaceAll("/+$", ""));
      if (address.getHost() != null && ("" + address.getScheme()).matches("https?")) {
        return new GatewayClient(address);
      }
    } catch (URISyntaxException e) {
      // Falls through to the same answer as an address that isn't HTTP.
    }
    throw new CommandFailed(
        "expected an address like http://127.0.0.1:8080 in --url or WFX_URL, found '" + url + "'");
  }
}
