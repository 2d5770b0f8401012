package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
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

  private static @Nullable ApicurioProcess process;
  private static Map<String, Object> config = Map.of();

  @BeforeAll
  static void startRegistry() throws IOException {
    int port = ApicurioProcess.freePort();
    process =
        ApicurioProcess.start(
            Map.of("quarkus.http.port", Integer.toString(port)), Path.of("target", "registry.log"));
    config = Map.of(RegistryConfig.URL, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
    process.awaitAnswerTo(config);
  }

  @AfterAll
  static void endRegistry() throws InterruptedException {
    Objects.requireNonNull(process).close();
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
