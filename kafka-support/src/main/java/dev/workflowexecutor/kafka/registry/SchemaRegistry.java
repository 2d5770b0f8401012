package dev.workflowexecutor.kafka.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A schema registry with the REST protocol of Confluent's: ids of schemas and versions of subjects.
 *
 * <p>Every method asks the registry each time (callers keep what they need per record) and throws
 * {@link RegistryUnavailableException} if there is no answer, {@link RegistryRefusedException} if
 * the answer is no. Implementations are thread-safe.
 */
public interface SchemaRegistry {

  /** The configuration key of the time after which a failing request is given up, milliseconds. */
  String RETRY_TIMEOUT = "schema.registry.retry.timeout.ms";

  /**
   * The registry that a Kafka client's configuration names: {@code schema.registry.url} with one or
   * more comma-separated base URLs, or {@code mock://scope}.
   *
   * @throws org.apache.kafka.common.config.ConfigException if the configuration is wrong
   */
  static SchemaRegistry connect(Map<String, ?> config) {
    RegistryConfig settings = RegistryConfig.of(config);
    return settings
        .mockScope()
        .<SchemaRegistry>map(MockSchemaRegistry::scope)
        .orElseGet(() -> new HttpSchemaRegistry(settings));
  }

  /** The version under which the subject has this schema; empty if it hasn't. */
  Optional<RegisteredSchema> lookup(String subject, Schema schema);

  /** Registers the schema as the subject's newest version, or finds it there; gives its id. */
  int register(String subject, Schema schema);

  /** The Avro schema with this id; empty if the id is unknown or names no Avro schema. */
  Optional<Schema> schemaById(int id);

  /** The subject's newest version; empty if there is no such subject. */
  Optional<RegisteredSchema> latest(String subject);

  /** One version of the subject; empty if there is none. */
  Optional<RegisteredSchema> version(String subject, int version);

  /** The numbers of the subject's versions, rising; empty if there is no such subject. */
  List<Integer> versions(String subject);

  /**
   * The subject's compatibility level; empty if there is no such subject, or if it has no level of
   * its own (Apicurio gives the registry's then).
   */
  Optional<CompatibilityLevel> compatibility(String subject);

  /** The level of subjects that have none of their own. */
  CompatibilityLevel defaultCompatibility();

  /** Sets the subject's own compatibility level. */
  void setCompatibility(String subject, CompatibilityLevel level);

  /** Whether the registry would take the schema as the subject's next version. */
  boolean isCompatible(String subject, Schema schema);
}
