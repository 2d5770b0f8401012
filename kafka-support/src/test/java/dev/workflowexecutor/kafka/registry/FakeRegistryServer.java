package dev.workflowexecutor.kafka.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A registry over real HTTP with the contents of a mock, that can be told to misbehave. Other than
 * the mock it takes what Avro can't parse, as the newest version of its subject.
 */
public final class FakeRegistryServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final MockSchemaRegistry contents = new MockSchemaRegistry();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> contentTypes = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Reply> misbehaviour = new ConcurrentLinkedDeque<>();
  private final Map<String, Unparsable> unparsable = new ConcurrentHashMap<>();
  private volatile @Nullable Reply refusal;
  private HttpServer server;
  private final int port;

  /** What is answered, whatever was asked. */
  public record Reply(int status, String body) {}

  private record Unparsable(String subject, int version, int id, String schema) {

    private static final int FIRST_ID = 1_000_000;

    Reply reply() {
      return ok(
          text("subject", subject).put("version", version).put("id", id).put("schema", schema));
    }
  }

  public FakeRegistryServer() {
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public MockSchemaRegistry contents() {
    return contents;
  }

  public List<String> requests() {
    return requests;
  }

  List<String> authorizations() {
    return authorizations;
  }

  List<String> contentTypes() {
    return contentTypes;
  }

  /** From now on every answer has this status. */
  public void refuseEverything(int status) {
    refusal = new Reply(status, error(status, "refused"));
  }

  /** Keeps a text as the newest version of a subject, whatever it is; its id. */
  public int takeUnparsed(String subject, String schema) {
    int version = contents.versions(subject).size() + 1;
    int id = Unparsable.FIRST_ID + unparsable.size();
    unparsable.put(subject, new Unparsable(subject, version, id, schema));
    return id;
  }

  void next(Reply... replies) {
    misbehaviour.addAll(List.of(replies));
  }

  /** Closes the port. */
  public synchronized void stop() {
    server.stop(0);
  }

  /** Opens the same port again, with the same contents. */
  public synchronized void restart() {
    server = listen(port);
  }

  @Override
  public void close() {
    stop();
  }

  private HttpServer listen(int wanted) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
      HttpServer listening = HttpServer.create(address, 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::answer);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    authorizations.add(
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""));
    contentTypes.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Reply told = refusal == null ? misbehaviour.poll() : refusal;
    Reply reply = told == null ? reply(exchange, body) : told;
    byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Reply reply(HttpExchange exchange, byte[] body) {
    String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/");
    JsonNode json = body.length == 0 ? JsonNodeFactory.instance.nullNode() : JSON.readTree(body);
    String subject =
        URLDecoder.decode(
            path[path[0].equals("subjects") ? 1 : path.length - 1], StandardCharsets.UTF_8);
    try {
      return switch (exchange.getRequestMethod() + " " + path[0] + " " + path.length) {
        case "POST subjects 2" -> found(contents.lookup(subject, schema(json)), 40403);
        case "POST subjects 3" -> ok(number("id", register(subject, json)));
        case "GET schemas 3" -> schemaById(Integer.parseUnsignedInt(path[2]));
        case "GET subjects 3" -> versions(subject);
        case "GET subjects 4" -> version(subject, path[3]);
        case "GET config 1" ->
            ok(text("compatibilityLevel", contents.defaultCompatibility().name()));
        case "GET config 2" ->
            contents
                .compatibility(subject)
                .map(level -> ok(text("compatibilityLevel", level.name())))
                .orElseGet(() -> missing(40408));
        case "PUT config 2" -> {
          contents.setCompatibility(
              subject, CompatibilityLevel.valueOf(json.path("compatibility").asString()));
          yield ok(text("compatibility", json.path("compatibility").asString()));
        }
        case "POST compatibility 4", "POST compatibility 5" ->
            ok(
                JsonNodeFactory.instance
                    .objectNode()
                    .put(
                        "is_compatible",
                        contents.isCompatible(
                            URLDecoder.decode(path[2], StandardCharsets.UTF_8), schema(json))));
        default -> new Reply(405, "{\"error_code\":405,\"message\":\"HTTP 405\"}");
      };
    } catch (RegistryRefusedException e) {
      return new Reply(e.errorCode(), error(e.errorCode(), "incompatible"));
    }
  }

  private int register(String subject, JsonNode body) {
    try {
      return contents.register(subject, schema(body));
    } catch (RegistryRefusedException e) {
      throw e;
    } catch (RuntimeException e) {
      return takeUnparsed(subject, body.path("schema").asString());
    }
  }

  private Reply schemaById(int id) {
    return unparsable.values().stream()
        .filter(held -> held.id() == id)
        .findFirst()
        .map(held -> ok(text("schema", held.schema())))
        .or(() -> contents.schemaById(id).map(schema -> ok(text("schema", schema.toString()))))
        .orElseGet(() -> missing(40403));
  }

  private Reply version(String subject, String which) {
    Unparsable held = unparsable.get(subject);
    if (held != null
        && (which.equals("latest") || which.equals(Integer.toString(held.version())))) {
      return held.reply();
    }
    return found(
        which.equals("latest")
            ? contents.latest(subject)
            : contents.version(subject, Integer.parseInt(which)),
        40401);
  }

  private Reply versions(String subject) {
    List<Integer> versions = new ArrayList<>(contents.versions(subject));
    if (unparsable.containsKey(subject)) {
      versions.add(unparsable.get(subject).version());
    }
    return versions.isEmpty() ? missing(40401) : new Reply(200, versions.toString());
  }

  private static Reply found(Optional<RegisteredSchema> found, int otherwise) {
    return found
        .map(
            schema ->
                ok(
                    text("subject", schema.subject())
                        .put("version", schema.version())
                        .put("id", schema.id())
                        .put("schema", schema.schema().toString())))
        .orElseGet(() -> missing(otherwise));
  }

  private static Schema schema(JsonNode body) {
    return new Schema.Parser().parse(body.path("schema").asString());
  }

  private static ObjectNode text(String key, String value) {
    return JsonNodeFactory.instance.objectNode().put(key, value);
  }

  private static ObjectNode number(String key, int value) {
    return JsonNodeFactory.instance.objectNode().put(key, value);
  }

  private static Reply ok(ObjectNode body) {
    return new Reply(200, body.toString());
  }

  private static Reply missing(int errorCode) {
    return new Reply(404, error(errorCode, "not found"));
  }

  private static String error(int errorCode, String message) {
    return number("error_code", errorCode).put("message", message).toString();
  }
}
