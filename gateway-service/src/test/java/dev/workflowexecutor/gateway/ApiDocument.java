package dev.workflowexecutor.gateway;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's description of itself, against which its answers are held. */
final class ApiDocument {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> ANY_ANSWER = Set.of("date", "transfer-encoding", "connection");
  private static final Set<String> SELF_EVIDENT =
      Set.of(
          "content-type",
          "content-length",
          "vary",
          "keep-alive",
          "cache-control",
          "allow",
          "accept");

  private final JsonNode document;

  private ApiDocument(JsonNode document) {
    this.document = document;
  }

  static ApiDocument of(TestGateway gateway) {
    return new ApiDocument(JSON.readTree(gateway.get("/v3/api-docs").body()));
  }

  /** What of an answer isn't as described; empty if all is. */
  List<String> mismatches(String method, String path, HttpResponse<String> answer) {
    JsonNode responses = document.path("paths").path(path).path(method).path("responses");
    String status = Integer.toString(answer.statusCode());
    JsonNode response = responses.has(status) ? responses.path(status) : responses.path("default");
    if (response.isMissingNode()) {
      return List.of(status + " isn't among " + responses.propertyNames());
    }
    List<String> found = new ArrayList<>(headers(response, answer.headers()));
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = response.path("content").path(type);
    if (content.isMissingNode()) {
      found.add(status + " isn't described as " + type);
    } else {
      errors(content.path("schema"), answer.body())
          .forEach(error -> found.add(status + ": " + error));
    }
    return found;
  }

  /** What of a text isn't as the named schema says. */
  List<String> errors(String schema, String json) {
    return errors(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), json);
  }

  private List<String> errors(JsonNode schema, String json) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    whole.set("components", closed(document.path("components").deepCopy()));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(JSON.readTree(json))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static List<String> headers(JsonNode response, HttpHeaders headers) {
    Set<String> described =
        response.path("headers").propertyNames().stream()
            .map(String::toLowerCase)
            .collect(Collectors.toSet());
    return headers.map().keySet().stream()
        .map(String::toLowerCase)
        .filter(name -> !described.contains(name))
        .filter(name -> !ANY_ANSWER.contains(name) && !SELF_EVIDENT.contains(name))
        .map(name -> "the header " + name + " isn't described")
        .toList();
  }

  /** The same schemas, allowing only the fields that they name. */
  private static JsonNode closed(JsonNode node) {
    node.forEach(ApiDocument::closed);
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    return node;
  }
}
