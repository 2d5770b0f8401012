package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.serde.SerdeContract;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MockSchemaRegistryTest extends SchemaRegistryContract {

  private final MockSchemaRegistry registry = new MockSchemaRegistry();

  @Override
  protected OptionalInt registerUnparsable(String subject, String schema) {
    // It takes what is parsed, and nothing else.
    return OptionalInt.empty();
  }

  @Override
  protected SchemaRegistry registry() {
    return registry;
  }

  @Nested
  class Serdes extends SerdeContract {

    @Override
    protected OptionalInt registerUnparsable(String subject, String schema) {
      // It takes what is parsed, and nothing else.
      return OptionalInt.empty();
    }

    @Override
    protected Map<String, Object> config() {
      return Map.of(RegistryConfig.URL, "mock://serdes");
    }
  }

  @Test
  void isSharedByAllWhoNameTheScope() {
    SchemaRegistry first = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://shared"));
    int id = first.register("s", ONE);

    SchemaRegistry second = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://shared"));
    SchemaRegistry other = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://other"));

    assertThat(second.schemaById(id)).contains(ONE);
    assertThat(other.schemaById(id)).isEmpty();
  }

  @Test
  void isEmptyAfterTheScopeWasDropped() {
    MockSchemaRegistry.scope("dropped").register("s", ONE);

    MockSchemaRegistry.drop("dropped");

    assertThat(MockSchemaRegistry.scope("dropped").versions("s")).isEmpty();
  }
}
