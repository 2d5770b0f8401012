package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.tool.Tool;
import dev.workflowexecutor.workflow.yaml.YamlFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the workflows of a pack share: its files, its tools and its tables, each read once. */
final class PackSources {

  static final String TOOLS = "tools.yaml";

  private final PackFiles files;
  private final Findings findings;
  private final Map<String, Declared<Tool>> tools;
  private final Map<String, List<ChoiceValue>> tables = new HashMap<>();
  private final Set<String> toolsUsed = new HashSet<>();

  PackSources(PackFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
    this.tools =
        Optional.ofNullable(files.files().get(TOOLS))
            .flatMap(text -> YamlFile.read(TOOLS, text, findings))
            .map(new ToolsReader(findings)::read)
            .orElse(Map.of());
  }

  /** The workflow files by name: the YAML files at the top of the pack but the tools. */
  SortedMap<String, String> workflowFiles() {
    SortedMap<String, String> workflows = new TreeMap<>(files.files());
    workflows
        .keySet()
        .removeIf(name -> name.contains("/") || !name.endsWith(".yaml") || name.equals(TOOLS));
    return workflows;
  }

  boolean hasToolsFile() {
    return files.files().containsKey(TOOLS);
  }

  Set<String> toolNames() {
    return tools.keySet();
  }

  Optional<Tool> tool(String name) {
    toolsUsed.add(name);
    return Optional.ofNullable(tools.get(name)).map(Declared::value);
  }

  /** The names of all tables. */
  List<String> tableNames() {
    return files.files().keySet().stream().filter(name -> name.endsWith(".csv")).toList();
  }

  Optional<List<ChoiceValue>> table(String name) {
    String text = files.files().get(name);
    return text == null
        ? Optional.empty()
        : Optional.of(
            tables.computeIfAbsent(name, _ -> new TableReader(name, findings).read(text)));
  }

  PackFiles only(Set<String> names) {
    SortedMap<String, String> needed = new TreeMap<>(files.files());
    needed.keySet().retainAll(names);
    return new PackFiles(needed);
  }

  void warnOfUnusedTools() {
    tools.forEach(
        (name, tool) -> {
          if (!toolsUsed.contains(name)) {
            findings.warning(
                tool.place(), "a step that calls " + name, "none", "remove the tool or call it");
          }
        });
  }

  void warnOfOtherYamlFiles() {
    for (String name : files.files().keySet()) {
      if (!name.contains("/") && name.endsWith(".yml")) {
        findings.warning(Place.startOf(name), "a file name ending in .yaml", name, "rename it");
      }
    }
  }
}
