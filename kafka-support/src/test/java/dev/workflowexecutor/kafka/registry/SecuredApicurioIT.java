package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real registry that speaks TLS only and asks who is there. */
class SecuredApicurioIT extends SchemaRegistryContract {

  private static final String PASSWORD = "a-password-that-nobody-may-see";

  @TempDir static Path folder;

  private static @Nullable ApicurioProcess process;
  private static Map<String, Object> config = Map.of();

  @BeforeAll
  static void startRegistry() throws Exception {
    Path keys = folder.resolve("registry.p12");
    keytool(
        "-genkeypair -alias registry -keyalg EC -dname CN=registry -ext san=ip:127.0.0.1", keys);
    int port = ApicurioProcess.freePort();
    process = ApicurioProcess.start(properties(port, keys), folder.resolve("registry.log"));
    config =
        Map.of(
            RegistryConfig.URL,
            "https://127.0.0.1:" + port + "/apis/ccompat/v7",
            RegistryConfig.CREDENTIALS_SOURCE,
            "USER_INFO",
            RegistryConfig.USER_INFO,
            "writer:" + PASSWORD,
            "schema.registry.ssl.truststore.location",
            keys.toString(),
            "schema.registry.ssl.truststore.type",
            "PKCS12",
            "schema.registry.ssl.truststore.password",
            PASSWORD);
    process.awaitAnswerTo(config);
  }

  private static Map<String, String> properties(int port, Path keys) {
    var properties = new TreeMap<String, String>();
    properties.put("quarkus.http.ssl-port", Integer.toString(port));
    properties.put("quarkus.http.insecure-requests", "disabled");
    properties.put("quarkus.http.ssl.certificate.key-store-file", keys.toString());
    properties.put("quarkus.http.ssl.certificate.key-store-password", PASSWORD);
    properties.put("quarkus.http.auth.basic", "true");
    properties.put("quarkus.security.users.embedded.plain-text", "true");
    properties.put("quarkus.security.users.embedded.users.writer", PASSWORD);
    properties.put("quarkus.security.users.embedded.roles.writer", "sr-developer");
    properties.put("apicurio.auth.role-based-authorization", "true");
    return properties;
  }

  private static void keytool(String arguments, Path store) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (run.waitFor() != 0) {
      throw new IOException("keytool failed: " + Files.readString(log));
    }
  }

  @AfterAll
  static void endRegistry() throws InterruptedException {
    Objects.requireNonNull(process).close();
  }

  @Override
  protected OptionalInt registerUnparsable(String subject, String schema) {
    return UnparsableSchemas.register(config, subject, schema);
  }

  @Override
  protected SchemaRegistry registry() {
    return SchemaRegistry.connect(config);
  }

  @Test
  void refusesAWrongPasswordWithoutShowingIt() {
    SchemaRegistry stranger = connect(RegistryConfig.USER_INFO, "writer:another-" + PASSWORD);

    assertThatThrownBy(() -> stranger.versions("s"))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void isNotTrustedWithoutItsCertificate() {
    var strict = new HashMap<>(config);
    strict.keySet().removeIf(key -> key.startsWith("schema.registry.ssl."));
    strict.put(RegistryConfig.RETRY_TIMEOUT, "50");

    assertThatThrownBy(() -> SchemaRegistry.connect(strict).versions("s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .rootCause()
        .hasMessageContaining("certification path");
  }

  @Test
  void saysWhichStoreCanNotBeUsedWithoutItsPassword() {
    assertThatThrownBy(
            () -> connect("schema.registry.ssl.truststore.password", "another-" + PASSWORD))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.ssl.")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void saysWhichSettingDoesNotExist() {
    assertThatThrownBy(() -> connect("schema.registry.ssl.trustore.location", "/somewhere"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.ssl.trustore.location");
  }

  private static SchemaRegistry connect(String key, String value) {
    var changed = new HashMap<>(config);
    changed.put(key, value);
    return SchemaRegistry.connect(changed);
  }
}
