package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.gate.Misfit.Incompatible.Newer;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.RegisteredSchema;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.schemas.Compatibility;
import dev.workflowexecutor.schemas.Compatibility.Side;
import dev.workflowexecutor.schemas.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Asks the registry about a subject and compares what it answers with the schema here. */
record SubjectInspection(SchemaRegistry registry) {

  SubjectReport inspect(String subject, Schema own) {
    List<Integer> versions = registry.versions(subject);
    Optional<Integer> ownVersion =
        versions.isEmpty()
            ? Optional.empty()
            : registry.lookup(subject, own).map(RegisteredSchema::version);
    List<Misfit> misfits = new ArrayList<>();
    for (int version : versions) {
      if (ownVersion.filter(mine -> mine == version).isEmpty()) {
        misfits.addAll(compare(subject, version, own, ownVersion));
      }
    }
    return new SubjectReport(
        subject, versions, ownVersion, level(subject, !versions.isEmpty()), misfits);
  }

  private Level level(String subject, boolean isThere) {
    Optional<CompatibilityLevel> set = registry.compatibility(subject);
    if (set.isEmpty() && !isThere) {
      return new Level.Unknown();
    }
    if (set.equals(Optional.of(CompatibilityLevel.FULL_TRANSITIVE))) {
      return new Level.Chosen(CompatibilityLevel.FULL_TRANSITIVE);
    }
    CompatibilityLevel byDefault = registry.defaultCompatibility();
    // Of a subject without a level of its own, Apicurio answers with the registry's.
    return set.filter(level -> level != byDefault)
        .<Level>map(Level.Chosen::new)
        .orElseGet(() -> new Level.Default(byDefault));
  }

  private List<Misfit> compare(
      String subject, int version, Schema own, Optional<Integer> ownVersion) {
    Optional<RegisteredSchema> registered = registry.version(subject, version);
    if (registered.isEmpty()) {
      return List.of(new Misfit.NoAvroSchema(subject, version));
    }
    Schema other = registered.get().schema();
    return ownVersion
        .map(mine -> misfits(subject, version, own, other, newer(mine, version)))
        .orElseGet(() -> eitherWay(subject, version, own, other));
  }

  private static Newer newer(int mine, int version) {
    return version > mine ? Newer.REGISTERED : Newer.HERE;
  }

  /**
   * Of two schemas nobody may know which came first: while a new release is rolled out, what is
   * registered may be newer than the schema here without this one ever having been registered.
   */
  private static List<Misfit> eitherWay(String subject, int version, Schema own, Schema other) {
    return misfits(subject, version, own, other, Newer.REGISTERED).isEmpty()
        ? List.of()
        : misfits(subject, version, own, other, Newer.HERE);
  }

  private static List<Misfit> misfits(
      String subject, int version, Schema own, Schema other, Newer newer) {
    Side here = new Side("the schema here", own);
    Side registered = new Side("the registered one", other);
    List<Violation> violations =
        switch (newer) {
          case HERE -> Compatibility.compare(subject, version, here, registered);
          case REGISTERED -> Compatibility.compare(subject, version, registered, here);
        };
    return violations.stream().<Misfit>map(v -> new Misfit.Incompatible(v, newer)).toList();
  }
}
