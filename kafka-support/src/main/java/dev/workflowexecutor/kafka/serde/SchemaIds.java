package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.RegisteredSchema;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import java.util.Optional;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a serializer gets the schema that it writes with: registered if allowed, else found.
 *
 * <p>A subject that has no compatibility level of its own gets FULL_TRANSITIVE when a schema is
 * registered for it; one that was set by an operator stays.
 *
 * @param registers {@code auto.register.schemas}; goes before {@code takesLatest}
 * @param takesLatest {@code use.latest.version}: write with the subject's newest version
 */
record SchemaIds(SchemaRegistry registry, boolean registers, boolean takesLatest) {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaIds.class);
  private static final int NOT_FOUND = 404;

  /** The id and schema to write records of the given schema with. */
  Written find(String subject, Schema schema) {
    if (registers) {
      return new Written(registered(subject, schema), schema);
    }
    if (takesLatest) {
      RegisteredSchema latest =
          registry.latest(subject).orElseThrow(() -> missing(subject, "has no version"));
      return new Written(latest.id(), latest.schema());
    }
    return new Written(
        registry
            .lookup(subject, schema)
            .orElseThrow(() -> missing(subject, "doesn't have " + schema.getFullName()))
            .id(),
        schema);
  }

  private int registered(String subject, Schema schema) {
    Optional<RegisteredSchema> known = registry.lookup(subject, schema);
    // Asked before registering: of a subject that is there, Apicurio answers its global level.
    boolean unset = registry.compatibility(subject).isEmpty();
    int id = known.isPresent() ? known.get().id() : registry.register(subject, schema);
    if (unset) {
      demandCompatibility(subject);
    }
    return id;
  }

  /** After registering, because some registries set no level of a subject that isn't there. */
  private void demandCompatibility(String subject) {
    try {
      registry.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
    } catch (RegistryRefusedException e) {
      LOG.warn("{} keeps the registry's own compatibility level: {}", subject, e.getMessage());
    }
  }

  private static RegistryRefusedException missing(String subject, String why) {
    return new RegistryRefusedException(
        subject
            + " "
            + why
            + " in the registry; register it, or allow it with "
            + SerdeConfig.AUTO_REGISTER,
        NOT_FOUND);
  }

  /** What a record is written with. */
  record Written(int id, Schema schema) {}
}
