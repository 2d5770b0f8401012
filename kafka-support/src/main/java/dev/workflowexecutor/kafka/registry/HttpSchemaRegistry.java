package dev.workflowexecutor.kafka.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A registry behind Confluent's REST protocol, also spoken by Apicurio ({@code /apis/ccompat/v7}),
 * Karapace and Redpanda.
 *
 * <p>Thread-safe. Failing requests are retried over all base URLs as configured.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">The
 *     REST API</a>
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

  /** The code of a refusal that is ours. */
  private static final int NO_CODE = 0;

  private final RegistryConfig config;
  private final RegistryHttp http;

  HttpSchemaRegistry(RegistryConfig config) {
    this.config = config;
    this.http = new RegistryHttp(config);
  }

  /** A registry as configured; see {@link SchemaRegistry#connect}. */
  public HttpSchemaRegistry(Map<String, ?> config) {
    this(RegistryConfig.of(config));
  }

  @Override
  public Optional<RegisteredSchema> lookup(String subject, Schema schema) {
    RegistryAnswer answer = http.send("POST", "/subjects/" + name(subject), body(schema));
    return registered(answer, "look up " + subject);
  }

  @Override
  public int register(String subject, Schema schema) {
    String path = "/subjects/" + name(subject) + "/versions";
    String what = "register " + schema.getFullName() + " as " + subject;
    return http.send("POST", path, body(schema)).accepted(what).path("id").asInt();
  }

  @Override
  public Optional<Schema> schemaById(int id) {
    if (id < 0) {
      // No registry gives such ids, and some don't even understand the question.
      return Optional.empty();
    }
    RegistryAnswer answer = http.get("/schemas/ids/" + id);
    return answer.isMissing() ? Optional.empty() : schema(answer.accepted("give schema " + id));
  }

  @Override
  public Optional<RegisteredSchema> latest(String subject) {
    return registered(
        http.get("/subjects/" + name(subject) + "/versions/latest"), "give " + subject);
  }

  @Override
  public Optional<RegisteredSchema> version(String subject, int version) {
    return registered(
        http.get("/subjects/" + name(subject) + "/versions/" + version), "give " + subject);
  }

  @Override
  public List<Integer> versions(String subject) {
    RegistryAnswer answer = http.get("/subjects/" + name(subject) + "/versions");
    if (answer.isMissing()) {
      return List.of();
    }
    var versions = new ArrayList<Integer>();
    answer.accepted("list the versions of " + subject).forEach(v -> versions.add(v.asInt()));
    return List.copyOf(versions);
  }

  @Override
  public Optional<CompatibilityLevel> compatibility(String subject) {
    RegistryAnswer answer = http.get("/config/" + name(subject));
    if (answer.isMissing()) {
      return Optional.empty();
    }
    return Optional.of(level(answer.accepted("give the compatibility level of " + subject)));
  }

  @Override
  public CompatibilityLevel defaultCompatibility() {
    return level(http.get("/config").accepted("give its compatibility level"));
  }

  private static CompatibilityLevel level(JsonNode body) {
    String name = body.path("compatibilityLevel").asString("");
    return Arrays.stream(CompatibilityLevel.values())
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RegistryRefusedException(
                    "expected one of %s as the registry's compatibility level, found '%.50s'"
                        .formatted(List.of(CompatibilityLevel.values()), name),
                    NO_CODE));
  }

  @Override
  public void setCompatibility(String subject, CompatibilityLevel level) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level.name());
    http.send("PUT", "/config/" + name(subject), body)
        .accepted("set the compatibility level of " + subject);
  }

  @Override
  public boolean isCompatible(String subject, Schema schema) {
    // Asked about all versions, Apicurio compares with all, also where the level is of the last.
    String compared = demanded(subject).isTransitive() ? "/versions" : "/versions/latest";
    String path = "/compatibility/subjects/" + name(subject) + compared;
    RegistryAnswer answer = http.send("POST", path, body(schema));
    return answer.isMissing()
        || answer.accepted("check " + subject).path("is_compatible").asBoolean();
  }

  /** The level by which the registry judges, the subject's own or else the one for all. */
  private CompatibilityLevel demanded(String subject) {
    return compatibility(subject).orElseGet(this::defaultCompatibility);
  }

  private Optional<RegisteredSchema> registered(RegistryAnswer answer, String what) {
    if (answer.isMissing()) {
      return Optional.empty();
    }
    JsonNode body = answer.accepted(what);
    return schema(body)
        .map(
            schema ->
                new RegisteredSchema(
                    body.path("subject").asString(),
                    body.path("version").asInt(),
                    body.path("id").asInt(),
                    schema));
  }

  private Optional<Schema> schema(JsonNode body) {
    if (!body.path("schemaType").asString("AVRO").equals("AVRO")) {
      return Optional.empty();
    }
    try {
      var parser = new Schema.Parser();
      parseReferences(parser, body);
      return Optional.of(parsed(parser, body));
    } catch (SchemaParseException e) {
      return Optional.empty();
    }
  }

  /** Other subjects' schemas that this one names come first, theirs before them. */
  private void parseReferences(Schema.Parser parser, JsonNode body) {
    for (JsonNode reference : body.path("references")) {
      String subject = reference.path("subject").asString();
      int version = reference.path("version").asInt();
      JsonNode referred =
          http.get("/subjects/" + name(subject) + "/versions/" + version)
              .accepted("give " + subject + " version " + version);
      parseReferences(parser, referred);
      if (!parser.getTypes().containsKey(reference.path("name").asString())) {
        parsed(parser, referred);
      }
    }
  }

  /** Avro answers what it can't parse with many kinds of exceptions, some of them not its own. */
  private static Schema parsed(Schema.Parser parser, JsonNode body) {
    try {
      return parser.parse(body.path("schema").asString());
    } catch (RuntimeException | StackOverflowError e) {
      throw new SchemaParseException(e);
    }
  }

  private static JsonNode body(Schema schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
  }

  /** The base URLs, separated by commas and without credentials. */
  @Override
  public String toString() {
    return config.toString();
  }

  private static String name(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
