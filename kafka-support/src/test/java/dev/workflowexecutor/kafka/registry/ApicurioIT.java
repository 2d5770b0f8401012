package dev.workflowexecutor.kafka.registry;

import dev.workflowexecutor.kafka.serde.SerdeContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

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
  protected OptionalInt registerUnparsable(String subject, String schema) {
    return UnparsableSchemas.register(config, subject, schema);
  }

  @Override
  protected SchemaRegistry registry() {
    return SchemaRegistry.connect(config);
  }

  @Nested
  class Serdes extends SerdeContract {

    @Override
    protected OptionalInt registerUnparsable(String subject, String schema) {
      return UnparsableSchemas.register(config, subject, schema);
    }

    @Override
    protected Map<String, Object> config() {
      return config;
    }
  }
}
