package dev.workflowexecutor.standalone.foreign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of a registry's client as a serde needs. */
public record ForeignRegistry(String url, Map<String, Integer> ids, Map<Integer, Schema> schemas) {

  /** How often any of them asked while it was away. */
  public static final AtomicInteger ASKED_IN_VAIN = new AtomicInteger();

  private static final AtomicBoolean AWAY = new AtomicBoolean();
  private static final int UNAVAILABLE = 503;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Whether all of them find it busy from now on. */
  public static void away(boolean isAway) {
    AWAY.set(isAway);
  }

  static ForeignRegistry of(Map<String, ?> config) {
    String url = String.valueOf(config.get("schema.registry.url"));
    return new ForeignRegistry(url, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  int register(String subject, String schema) throws IOException, RestClientException {
    Integer known = ids.get(subject + schema);
    if (known != null) {
      return known;
    }
    HttpRequest.Builder request =
        at("/subjects/" + subject + "/versions")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("schema", schema))));
    int id = send(request).path("id").asInt();
    ids.put(subject + schema, id);
    return id;
  }

  Schema schema(int id) throws IOException, RestClientException {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    String text = send(at("/schemas/ids/" + id).GET()).path("schema").asString();
    Schema schema = new Schema.Parser().parse(text);
    schemas.put(id, schema);
    return schema;
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, RestClientException {
    if (AWAY.get()) {
      ASKED_IN_VAIN.incrementAndGet();
      throw new RestClientException(UNAVAILABLE);
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new RestClientException(answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
