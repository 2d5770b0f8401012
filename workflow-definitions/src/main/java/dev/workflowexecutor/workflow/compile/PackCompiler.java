package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Pack;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.Place;
import dev.workflowexecutor.workflow.yaml.Node;
import dev.workflowexecutor.workflow.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles packs: reads, checks and proves, and finds everything that is wrong at once. */
public final class PackCompiler {

  private final Findings findings = new Findings();
  private final PackSources sources;

  private PackCompiler(PackFiles files) {
    this.sources = new PackSources(files, findings);
  }

  /** Compiles the files of a pack; the same files give the same result. */
  public static Compilation compile(PackFiles files) {
    return new PackCompiler(files).compile();
  }

  private Compilation compile() {
    List<WorkflowReader.Draft> drafts = new ArrayList<>();
    sources.workflowFiles().forEach((file, text) -> read(file, text, drafts));
    if (sources.workflowFiles().isEmpty()) {
      findings.error(
          Place.startOf("."),
          "at least one workflow",
          "none",
          "put a .yaml file with 'workflow:' at the top of the pack");
    }
    refuseSameVersions(drafts);
    refuseSharedIntents(drafts);
    if (!findings.hasErrors()) {
      sources.warnOfUnusedTools();
    }
    sources.warnOfOtherYamlFiles();
    List<Workflow> workflows = drafts.stream().map(WorkflowReader.Draft::workflow).toList();
    return findings.hasErrors()
        ? new Compilation.Refused(findings.sorted())
        : new Compilation.Compiled(new Pack(workflows), findings.sorted());
  }

  private void read(String file, String text, List<WorkflowReader.Draft> drafts) {
    YamlFile.read(file, text, findings)
        .flatMap(root -> new WorkflowReader(file, sources, findings).read(root))
        .ifPresent(drafts::add);
  }

  private void refuseSameVersions(List<WorkflowReader.Draft> drafts) {
    Map<String, Node.Scalar> seen = new HashMap<>();
    for (WorkflowReader.Draft draft : drafts) {
      Node.Scalar first = seen.putIfAbsent(draft.workflow().key(), draft.name());
      if (first != null) {
        findings.error(
            draft.name().place(),
            "each version of a workflow once",
            draft.workflow().key() + " again",
            "it is in " + first.place().file() + " already");
      }
    }
  }

  private void refuseSharedIntents(List<WorkflowReader.Draft> drafts) {
    Map<String, Workflow> owners = new HashMap<>();
    for (WorkflowReader.Draft draft : drafts) {
      draft
          .intents()
          .forEach(
              (name, intent) -> {
                Workflow owner = owners.putIfAbsent(name, draft.workflow());
                if (owner != null && !owner.name().equals(draft.workflow().name())) {
                  findings.error(
                      intent.place(),
                      "an intent that no other workflow owns",
                      "'" + name + "' of " + owner.name() + " in " + owner.file(),
                      "an intent belongs to exactly one workflow");
                }
              });
    }
  }
}
