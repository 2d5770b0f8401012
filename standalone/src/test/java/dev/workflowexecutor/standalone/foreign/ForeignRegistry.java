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
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of a registry's client as a serde needs. */
record ForeignRegistry(String url, Map<String, Integer> ids, Map<Integer, Schema> schemas) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static ForeignRegistry of(Map<String, ?> config) {
    String url = String.valueOf(config.get("schema.registry.url"));
    return new ForeignRegistry(url, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  int register(String subject, String schema) throws IOException {
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

  Schema schema(int id) throws IOException {
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

  private static JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("the registry answered " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
