package dev.workflowexecutor.kafka.registry;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Schemas that Avro can't parse, and says so in many ways; other registries than ours take them.
 */
public final class UnparsableSchemas {

  private static final int NESTED = 5_000;

  private UnparsableSchemas() {}

  /** What is wrong with it, and its text. */
  public static Stream<Arguments> all() {
    return Stream.of(
        arguments("no JSON", "{"),
        arguments("nothing", ""),
        arguments("an unknown type", "{\"type\":\"nothing\"}"),
        arguments("an invalid default", record("{'name':'a','type':'int','default':'x'}")),
        arguments("an unknown type's name", record("{'name':'a','type':'Nowhere'}")),
        arguments(
            "a duplicate field", record("{'name':'a','type':'int'},{'name':'a','type':'int'}")),
        arguments("an unknown order", record("{'name':'a','type':'int','order':'random'}")),
        arguments("an invalid name", record("{'name':'1 a','type':'int'}")),
        arguments("a duplicate branch", record("{'name':'a','type':['int','int']}")),
        arguments("a union in a union", record("{'name':'a','type':['null',['int','string']]}")),
        arguments("a negative size", "{\"type\":\"fixed\",\"name\":\"F\",\"size\":-1}"),
        arguments(
            "a duplicate symbol", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"A\"]}"),
        arguments("fields that are none", "{\"type\":\"record\",\"name\":\"R\",\"fields\":5}"),
        arguments(
            "a depth without end",
            "{\"type\":\"array\",\"items\":".repeat(NESTED) + "\"int\"" + "}".repeat(NESTED)));
  }

  private static String record(String fields) {
    return "{'type':'record','name':'R','fields':[%s]}".formatted(fields).replace('\'', '"');
  }

  /** Registers it as others do who don't parse it; the id, or nothing if it is refused. */
  static OptionalInt register(Map<String, ?> config, String subject, String text) {
    var impatient = new HashMap<String, Object>(config);
    impatient.put(RegistryConfig.RETRY_TIMEOUT, 1);
    String path = URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    try {
      RegistryAnswer answer =
          new RegistryHttp(RegistryConfig.of(impatient))
              .send(
                  "POST",
                  "/subjects/" + path + "/versions",
                  JsonNodeFactory.instance.objectNode().put("schema", text));
      return answer.errorCode() == 0
          ? OptionalInt.of(answer.body().path("id").asInt())
          : OptionalInt.empty();
    } catch (RegistryUnavailableException e) {
      // Some answer 500 where they can't parse it themselves.
      return OptionalInt.empty();
    }
  }
}
