package dev.workflowexecutor.examples.telecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Which request goes where: tools, the list of helpdesk tickets, fault switches. */
final class Routes implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(Routes.class);
  private static final String FAULTS = "/faults/";
  private static final Answer NOT_POST =
      new Answer.Refused(405, "Method not allowed", "expected POST");
  private static final Answer TOO_LARGE =
      new Answer.Refused(413, "Body too large", "expected at most 64 KiB");

  private final Tools tools;
  private final Helpdesk helpdesk;
  private final Faults faults;

  Routes(Tools tools, Helpdesk helpdesk, Faults faults) {
    this.tools = tools;
    this.helpdesk = helpdesk;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange http) {
    Exchange exchange = new Exchange(http);
    try (http) {
      route(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("the caller of {} is gone", exchange.path(), e);
    } catch (RuntimeException e) {
      log.error("{} failed", exchange.path(), e);
      failed(exchange);
    }
  }

  private void route(Exchange exchange) throws IOException, InterruptedException {
    String path = exchange.path();
    if (path.equals("/helpdesk/tickets") && exchange.is("GET")) {
      exchange.answer(new Answer.Done(Data.JSON.valueToTree(helpdesk.tickets())));
    } else if (!exchange.is("POST")) {
      exchange.answer(NOT_POST);
    } else {
      Optional<byte[]> body = exchange.body();
      if (body.isEmpty()) {
        exchange.answer(TOO_LARGE);
      } else if (path.startsWith(FAULTS)) {
        exchange.answer(switchFault(path.substring(FAULTS.length()), body.get()));
      } else {
        call(exchange, path.substring(1), body.get());
      }
    }
  }

  private void call(Exchange exchange, String tool, byte[] body)
      throws IOException, InterruptedException {
    Optional<String> key = exchange.header("Idempotency-Key");
    switch (faults.of(tool)) {
      case NONE -> exchange.answer(tools.answer(tool, body, key));
      case ERROR -> exchange.answer(new Answer.Refused(500, "Fault", "switched on for " + tool));
      case GARBAGE -> {
        tools.answer(tool, body, key);
        exchange.send(200, "text/html", "<html>It works!</html>");
      }
      case TIMEOUT -> {
        tools.answer(tool, body, key);
        faults.hang(tool);
      }
    }
  }

  private Answer switchFault(String tool, byte[] body) {
    if (!tools.names().contains(tool)) {
      return new Answer.Refused(404, "Unknown tool", "there is no tool '" + tool + "'");
    }
    Optional<Faults.Mode> mode;
    try {
      mode = Faults.Mode.of(Data.JSON.readTree(body).path("mode").asString(""));
    } catch (JacksonException e) {
      mode = Optional.empty();
    }
    mode.ifPresent(wanted -> faults.set(tool, wanted));
    return mode.isPresent()
        ? new Answer.Done(Data.JSON.createObjectNode().put("tool", tool))
        : new Answer.Refused(400, "Unknown mode", "expected mode 500, timeout, garbage or none");
  }

  private static void failed(Exchange exchange) {
    try {
      exchange.answer(new Answer.Refused(500, "Internal error", "see the backend's log"));
    } catch (IOException e) {
      log.debug("the caller of {} is gone", exchange.path(), e);
    }
  }
}
