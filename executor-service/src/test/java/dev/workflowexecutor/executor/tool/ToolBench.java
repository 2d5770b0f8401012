package dev.workflowexecutor.executor.tool;

import dev.workflowexecutor.executor.tool.ToolServer.Behaviour;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A worker that calls fake tools, with what it was told and what it paused. */
final class ToolBench implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final String OUTAGE = "{\"status\":\"outage\"}";
  static final Behaviour GOOD = ToolServer.json(200, OUTAGE);

  final List<Long> pauses = Collections.synchronizedList(new ArrayList<>());
  final Map<String, String> environment = new HashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  Handled call(ToolServer server, Tool tool) throws Exception {
    return call(Bindings.of(Map.of(), server.uri()), tool);
  }

  Handled call(Bindings bindings, Tool tool) throws Exception {
    return caller(bindings, limits()).call(request(tool));
  }

  CallTool caller(Bindings bindings, ToolLimits limits) {
    CallTool caller =
        new CallTool(
            bindings,
            limits,
            Clock.fixed(NOW.plusNanos(5), ZoneOffset.UTC),
            pauses::add,
            name -> Optional.ofNullable(environment.get(name)));
    open.add(caller);
    return caller;
  }

  ToolServer server(Behaviour... behaviours) throws IOException {
    ToolServer server = new ToolServer(behaviours);
    open.add(server);
    return server;
  }

  Bindings withToken(ToolServer server) {
    return Bindings.of(
        Map.of("network.findOutage.headers.Authorization", "Bearer ${env:TOKEN}"), server.uri());
  }

  static ToolRequest request(Tool tool) {
    return request(tool, "{\"region\":\"west\"}");
  }

  static ToolRequest request(Tool tool, String input) {
    return new ToolRequest("call-1", tool, input, Optional.of("00-trace-span-01"));
  }

  static Tool idempotent() {
    return tool(true);
  }

  static Tool once() {
    return tool(false);
  }

  static Tool patient() {
    return tool(true, Duration.ofSeconds(30));
  }

  static Tool tool(boolean idempotent) {
    return tool(idempotent, Duration.ofMillis(300));
  }

  private static Tool tool(boolean idempotent, Duration timeout) {
    return new Tool(
        "network.findOutage",
        "",
        idempotent,
        timeout,
        Map.of("region", new Field(new FieldType.Text(), false)),
        new TreeMap<>(
                Map.of(
                    "status", new Field(new FieldType.Choice(List.of("none", "outage")), false),
                    "eta", new Field(new FieldType.Text(), true)))
            .descendingMap());
  }

  static ToolLimits limits() {
    return new ToolLimits(
        3,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        0.5,
        2,
        Duration.ofSeconds(30),
        50,
        4,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        2048);
  }

  static URI nowhere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
