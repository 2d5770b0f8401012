package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.tool.Tool;
import dev.workflowexecutor.workflow.yaml.YamlFile;
import java.util.List;
import java.util.Optional;

/**
 * A tool's contract with the place of its declaration in {@code tools.yaml}.
 *
 * @param place where its name stands
 */
public record DeclaredTool(Tool tool, Place place) {

  /** The tools that the files of a compiled definition declare, in their order. */
  public static List<DeclaredTool> in(PackFiles files) {
    var findings = new Findings();
    return Optional.ofNullable(files.files().get(PackSources.TOOLS))
        .flatMap(text -> YamlFile.read(PackSources.TOOLS, text, findings))
        .map(root -> new ToolsReader(findings).read(root).values())
        .stream()
        .flatMap(tools -> tools.stream().map(it -> new DeclaredTool(it.value(), it.place())))
        .toList();
  }
}
