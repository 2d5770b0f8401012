package dev.workflowexecutor.kafka.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A registry in memory, shared by all that name the same {@code mock://scope} in one JVM.
 *
 * <p>It keeps to the rules of a real one: ids over all subjects, versions from 1, and no version
 * that breaks the subject's compatibility level (BACKWARD where none is set). Thread-safe.
 */
public final class MockSchemaRegistry implements SchemaRegistry {

  private static final Map<String, MockSchemaRegistry> SCOPES = new ConcurrentHashMap<>();
  private static final int INCOMPATIBLE = 409;

  private final List<Schema> byId = new ArrayList<>();
  private final Map<String, List<Integer>> idsBySubject = new HashMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();

  /** An empty registry of its own. */
  public MockSchemaRegistry() {}

  /** The registry of this scope; a new one if there is none yet. */
  public static MockSchemaRegistry scope(String scope) {
    return SCOPES.computeIfAbsent(scope, name -> new MockSchemaRegistry());
  }

  /** Forgets the scope: who names it next gets an empty registry. */
  public static void drop(String scope) {
    SCOPES.remove(scope);
  }

  @Override
  public synchronized Optional<RegisteredSchema> lookup(String subject, Schema schema) {
    List<Integer> ids = ids(subject);
    return IntStream.rangeClosed(1, ids.size())
        .filter(version -> byId.get(ids.get(version - 1) - 1).equals(schema))
        .mapToObj(version -> registered(subject, version))
        .findFirst();
  }

  @Override
  public synchronized int register(String subject, Schema schema) {
    Optional<RegisteredSchema> known = lookup(subject, schema);
    if (known.isPresent()) {
      return known.get().id();
    }
    if (!isCompatible(subject, schema)) {
      throw new RegistryRefusedException(
          "The registry refused to register "
              + schema.getFullName()
              + " as "
              + subject
              + ": incompatible with an earlier version",
          INCOMPATIBLE);
    }
    if (!byId.contains(schema)) {
      byId.add(schema);
    }
    int id = byId.indexOf(schema) + 1;
    idsBySubject.computeIfAbsent(subject, name -> new ArrayList<>()).add(id);
    return id;
  }

  @Override
  public synchronized Optional<Schema> schemaById(int id) {
    return id >= 1 && id <= byId.size() ? Optional.of(byId.get(id - 1)) : Optional.empty();
  }

  @Override
  public synchronized Optional<RegisteredSchema> latest(String subject) {
    return version(subject, ids(subject).size());
  }

  @Override
  public synchronized Optional<RegisteredSchema> version(String subject, int version) {
    return version >= 1 && version <= ids(subject).size()
        ? Optional.of(registered(subject, version))
        : Optional.empty();
  }

  @Override
  public synchronized List<Integer> versions(String subject) {
    return IntStream.rangeClosed(1, ids(subject).size()).boxed().toList();
  }

  @Override
  public synchronized Optional<CompatibilityLevel> compatibility(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  @Override
  public CompatibilityLevel defaultCompatibility() {
    return CompatibilityLevel.BACKWARD;
  }

  @Override
  public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
    levels.put(subject, level);
  }

  @Override
  public synchronized boolean isCompatible(String subject, Schema schema) {
    CompatibilityLevel level = compatibility(subject).orElse(defaultCompatibility());
    List<Integer> ids = ids(subject);
    List<Integer> compared =
        level.isTransitive() ? ids : ids.subList(Math.max(0, ids.size() - 1), ids.size());
    return compared.stream()
        .map(id -> byId.get(id - 1))
        .allMatch(
            old ->
                (!level.newReadsOld() || reads(schema, old))
                    && (!level.oldReadsNew() || reads(old, schema)));
  }

  @Override
  public String toString() {
    return "mock://";
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private RegisteredSchema registered(String subject, int version) {
    int id = ids(subject).get(version - 1);
    return new RegisteredSchema(subject, version, id, byId.get(id - 1));
  }

  private List<Integer> ids(String subject) {
    return idsBySubject.getOrDefault(subject, List.of());
  }
}
