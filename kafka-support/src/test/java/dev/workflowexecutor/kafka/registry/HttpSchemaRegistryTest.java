package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.kafka.registry.FakeRegistryServer.Reply;
import dev.workflowexecutor.kafka.serde.SerdeContract;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class HttpSchemaRegistryTest extends SchemaRegistryContract {

  private final FakeRegistryServer server = new FakeRegistryServer();
  private final SchemaRegistry registry = connect(Map.of());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Override
  protected OptionalInt registerUnparsable(String subject, String schema) {
    return UnparsableSchemas.register(Map.of(RegistryConfig.URL, server.url()), subject, schema);
  }

  @Override
  protected SchemaRegistry registry() {
    return registry;
  }

  private SchemaRegistry connect(Map<String, Object> more) {
    var config = new HashMap<String, Object>();
    config.put(RegistryConfig.URL, server.url());
    config.put(RegistryConfig.RETRY_BACKOFF, "1");
    config.put(RegistryConfig.RETRY_BACKOFF_MAX, 5);
    config.putAll(more);
    return SchemaRegistry.connect(config);
  }

  @Nested
  class Serdes extends SerdeContract {

    @Override
    protected OptionalInt registerUnparsable(String subject, String schema) {
      return UnparsableSchemas.register(Map.of(RegistryConfig.URL, server.url()), subject, schema);
    }

    @Override
    protected Map<String, Object> config() {
      return Map.of(RegistryConfig.URL, server.url());
    }
  }

  @Test
  void speaksTheRegistrysMediaType() {
    registry.register("s", ONE);

    assertThat(server.requests()).containsExactly("POST /subjects/s/versions");
    assertThat(server.contentTypes()).containsExactly("application/vnd.schemaregistry.v1+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"compatibilityLevel\":\"SIDEWAYS\"}", "[]"})
  void refusesALevelThatNobodyKnows(String answer) {
    server.next(new Reply(200, answer), new Reply(200, answer));

    assertThatThrownBy(() -> registry.compatibility("problems.raw-value"))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("expected one of [NONE, ");
    assertThatThrownBy(registry::defaultCompatibility)
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("FULL_TRANSITIVE");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 408})
  void triesAgainAfterAFaultOfTheServer(int status) {
    int id = server.contents().register("s", ONE);
    server.next(new Reply(status, "{\"error_code\":50001}"), new Reply(status, ""));

    assertThat(registry.schemaById(id)).contains(ONE);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void triesAgainWhenTheAnswerIsNotARegistrys() {
    int id = server.contents().register("s", ONE);
    server.next(
        new Reply(404, "<html>no such page</html>"),
        new Reply(404, "{\"detail\":\"starting\"}"),
        new Reply(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}"),
        new Reply(200, "hello"),
        new Reply(302, "{}"));

    assertThat(registry.schemaById(id)).contains(ONE);
  }

  @Test
  void waitsForARegistryThatIsDown() throws Exception {
    int id = server.contents().register("s", ONE);
    server.stop();
    var restart = Thread.ofVirtual().unstarted(server::restart);

    restart.start();

    assertThat(registry.schemaById(id)).contains(ONE);
    restart.join();
  }

  @Test
  void givesUpWhenTheTimeForRetriesIsOver() {
    server.stop();
    SchemaRegistry impatient = connect(Map.of(RegistryConfig.RETRY_TIMEOUT, "50"));

    assertThatThrownBy(() -> impatient.schemaById(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(server.url());
  }

  @Test
  void givesUpWhenTheRequestTakesTooLong() {
    server.next(new Reply(-1, ""));
    SchemaRegistry impatient =
        connect(Map.of(RegistryConfig.RETRY_TIMEOUT, "30", RegistryConfig.REQUEST_TIMEOUT, "20"));
    server.stop();

    assertThatThrownBy(() -> impatient.schemaById(1))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void givesUpWhenInterrupted() throws Exception {
    server.stop();
    var failure = new java.util.concurrent.CompletableFuture<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    registry.schemaById(1);
                  } catch (RegistryUnavailableException e) {
                    failure.complete(e);
                  }
                });

    waiting.interrupt();

    assertThat(failure.get()).hasMessageContaining("interrupted");
    waiting.join();
  }

  @Test
  void asksTheNextBaseUrlWhenOneIsDown() {
    int id = server.contents().register("s", ONE);
    try (var dead = new FakeRegistryServer()) {
      dead.stop();
      SchemaRegistry several =
          connect(Map.of(RegistryConfig.URL, dead.url() + ", " + server.url() + "/"));

      assertThat(several.schemaById(id)).contains(ONE);
    }
  }

  @Test
  void sendsTheCredentialsOfTheConfiguration() {
    SchemaRegistry known =
        connect(
            Map.of(
                RegistryConfig.CREDENTIALS_SOURCE,
                "USER_INFO",
                RegistryConfig.USER_INFO,
                "user:secret"));

    known.versions("s");

    assertThat(server.authorizations()).containsExactly("Basic dXNlcjpzZWNyZXQ=");
  }

  @Test
  void sendsTheCredentialsOfTheUrl() {
    String url = server.url().replace("http://", "http://user:secret@");
    SchemaRegistry known = connect(Map.of(RegistryConfig.URL, url));

    known.versions("s");

    assertThat(server.authorizations()).containsExactly("Basic dXNlcjpzZWNyZXQ=");
  }

  @Test
  void reportsRefusedCredentialsAtOnceAndWithoutThem() {
    SchemaRegistry known =
        connect(Map.of(RegistryConfig.URL, server.url().replace("//", "//user:secret@")));
    server.next(new Reply(401, "{\"error_code\":401}"));

    assertThatThrownBy(() -> known.schemaById(1))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("secret");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void asksForNoIdThatNoRegistryGives() {
    assertThat(registry.schemaById(-1)).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesASchemaOfAnotherKindForNone() {
    server.next(new Reply(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}"));

    assertThat(registry.schemaById(1)).isEmpty();
  }

  @Test
  void resolvesReferencesToOtherSubjects() {
    server.contents().register("things", ONE);
    Schema box =
        SchemaBuilder.record("Box")
            .namespace("test")
            .fields()
            .name("thing")
            .type(ONE)
            .noDefault()
            .endRecord();
    var body = JsonNodeFactory.instance.objectNode();
    body.put(
        "schema",
        """
        {"type":"record","name":"Box","namespace":"test",\
        "fields":[{"name":"thing","type":"test.Thing"}]}""");
    body.putArray("references")
        .addObject()
        .put("name", "test.Thing")
        .put("subject", "things")
        .put("version", 1);
    server.next(new Reply(200, body.toString()));

    assertThat(registry.schemaById(7)).contains(box);
  }
}
