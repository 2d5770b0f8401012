package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract and the serdes against a real registry. */
class ApicurioIT extends SchemaRegistryContract {

  private static @Nullable Process process;
  private static Map<String, Object> config = Map.of();

  @BeforeAll
  static void startRegistry() throws IOException {
    int port = freePort();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-jar",
                "quarkus-run.jar")
            .directory(Path.of("target", "registry").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "registry.log").toFile())
            .start();
    config = Map.of(RegistryConfig.URL, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> SchemaRegistry.connect(config).versions("none").isEmpty());
  }

  @AfterAll
  static void endRegistry() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroy();
    running.waitFor();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  protected SchemaRegistry registry() {
    return SchemaRegistry.connect(config);
  }

  @ParameterizedTest
  @EnumSource
  void serdesReadWhatTheyWroteOnEveryTopic(Topic topic) {
    var serde = new AvroSerde<SpecificRecord>();
    serde.configure(config, false);
    SpecificRecord record = Samples.of(topic);

    byte[] bytes = serde.serializer().serialize(topic.topicName(), record);

    assertThat(serde.deserializer().deserialize(topic.topicName(), bytes)).isEqualTo(record);
    assertThat(registry().compatibility(topic.subject()))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @Test
  void aSecondSerializerRegistersNothingNew() {
    for (int i = 0; i < 2; i++) {
      var serde = new AvroSerde<SpecificRecord>();
      serde.configure(config, false);
      serde.serializer().serialize("once", Samples.problem("p"));
    }

    assertThat(registry().versions("once-value")).containsExactly(1);
  }
}
