package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.finding.Finding;
import dev.workflowexecutor.workflow.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The workflows that are published, by name and version; immutable. */
public final class Catalog {

  private static final Catalog EMPTY = new Catalog(new TreeMap<>());

  private final SortedMap<String, SortedMap<Integer, Workflow>> byName;
  private final Map<String, Workflow> byIntent = new TreeMap<>();

  private Catalog(SortedMap<String, SortedMap<Integer, Workflow>> byName) {
    this.byName = byName;
    // The latest versions own their intents; of two owners, which conflicts() prevents, the first.
    byName
        .values()
        .forEach(
            versions -> {
              Workflow workflow = latestOf(versions);
              workflow.intents().keySet().forEach(name -> byIntent.putIfAbsent(name, workflow));
            });
  }

  public static Catalog empty() {
    return EMPTY;
  }

  /** A catalog of these; the order doesn't matter unless two have the same name and version. */
  public static Catalog of(Collection<Workflow> workflows) {
    SortedMap<String, SortedMap<Integer, Workflow>> byName = new TreeMap<>();
    for (Workflow workflow : workflows) {
      byName
          .computeIfAbsent(workflow.name(), _ -> new TreeMap<>())
          .putIfAbsent(workflow.version(), workflow);
    }
    return new Catalog(byName);
  }

  /** The same with one more; a version that is already there stays as it is. */
  public Catalog with(Workflow workflow) {
    List<Workflow> more = new ArrayList<>(all());
    more.add(workflow);
    return of(more);
  }

  /** All versions of all workflows, by name and version. */
  public List<Workflow> all() {
    return byName.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }

  public Optional<Workflow> find(String name, int version) {
    return Optional.ofNullable(
        byName.getOrDefault(name, Collections.emptySortedMap()).get(version));
  }

  public Optional<Workflow> latest(String name) {
    return Optional.ofNullable(byName.get(name)).map(Catalog::latestOf);
  }

  /** The workflow whose latest version owns the intent. */
  public Optional<Workflow> byIntent(String intent) {
    return Optional.ofNullable(byIntent.get(intent));
  }

  /** The latest version of each workflow, by name. */
  public List<Workflow> latest() {
    return byName.values().stream().map(Catalog::latestOf).toList();
  }

  /** Hex SHA-256 over all names, versions and hashes. */
  public String hash() {
    TreeMap<String, String> hashes = new TreeMap<>();
    all().forEach(workflow -> hashes.put(workflow.key(), workflow.hash()));
    return new PackFiles(hashes).hash();
  }

  /**
   * Why the candidate may not join this catalog: its version is there already with other content,
   * or another workflow owns one of its intents. Empty if it may.
   */
  public List<Finding> conflicts(Workflow candidate) {
    List<Finding> conflicts = new ArrayList<>();
    find(candidate.name(), candidate.version())
        .filter(published -> !published.hash().equals(candidate.hash()))
        .ifPresent(published -> conflicts.add(changed(candidate)));
    candidate.intents().keySet().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(
            intent ->
                byIntent(intent)
                    .filter(owner -> !owner.name().equals(candidate.name()))
                    .ifPresent(owner -> conflicts.add(owned(candidate, intent, owner))));
    return conflicts;
  }

  private static Workflow latestOf(SortedMap<Integer, Workflow> versions) {
    return Objects.requireNonNull(versions.get(versions.lastKey()));
  }

  private static Finding changed(Workflow candidate) {
    return finding(
        candidate,
        "the content that was published as " + candidate.key(),
        "other content",
        "a published version never changes: raise 'version'");
  }

  private static Finding owned(Workflow candidate, String intent, Workflow owner) {
    return finding(
        candidate,
        "an intent that no other workflow owns",
        "'" + intent + "' of workflow " + owner.name(),
        "an intent belongs to exactly one workflow: rename it here or remove it there");
  }

  private static Finding finding(Workflow candidate, String expected, String found, String advice) {
    return new Finding(Severity.ERROR, candidate.file(), 1, 1, expected, found, advice);
  }
}
