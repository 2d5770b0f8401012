package dev.workflowexecutor.workflow.live;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.DeclaredTool;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import dev.workflowexecutor.workflow.finding.Finding;
import dev.workflowexecutor.workflow.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What speaks against publishing workflows together: each has to compile from its own files and may
 * join the catalog, and afterwards every live workflow has to work with the tool contracts that
 * they declare.
 *
 * <p>Live is the latest version of each workflow, as the catalog is after the publication; earlier
 * versions keep the contracts that they were published with.
 */
public final class PublicationCheck {

  private final Catalog published;
  private final Catalog after;
  private final List<Workflow> together;

  /**
   * A check of one publication.
   *
   * @param published what is published
   * @param together what is to be published, in this order
   */
  public PublicationCheck(Catalog published, List<Workflow> together) {
    this.published = published;
    this.together = List.copyOf(together);
    Catalog joined = published;
    for (Workflow workflow : together) {
      joined = joined.with(workflow);
    }
    this.after = joined;
  }

  /** What speaks against one of the workflows; empty if nothing does or it is there already. */
  public List<Finding> against(Workflow workflow) {
    if (isThere(workflow)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(compilation(workflow));
    findings.addAll(before(workflow).conflicts(workflow));
    if (findings.isEmpty() && isLive(workflow)) {
      after.latest().stream()
          .filter(live -> !live.key().equals(workflow.key()))
          .forEach(live -> findings.addAll(broken(live, workflow)));
    }
    return findings;
  }

  /** Whether the version is published with the same content. */
  private boolean isThere(Workflow workflow) {
    return published
        .find(workflow.name(), workflow.version())
        .filter(there -> there.hash().equals(workflow.hash()))
        .isPresent();
  }

  private boolean isLive(Workflow workflow) {
    return after.latest(workflow.name()).filter(workflow::equals).isPresent();
  }

  /** The catalog as the workflow's record finds it. */
  private Catalog before(Workflow workflow) {
    Catalog catalog = published;
    for (Workflow earlier : together.subList(0, together.indexOf(workflow))) {
      catalog = catalog.with(earlier);
    }
    return catalog;
  }

  private static List<Finding> compilation(Workflow workflow) {
    return switch (PackCompiler.compile(workflow.files())) {
      case Compilation.Refused refused -> refused.findings();
      case Compilation.Compiled compiled ->
          compiled.pack().workflows().stream()
                  .anyMatch(
                      it -> it.key().equals(workflow.key()) && it.hash().equals(workflow.hash()))
              ? List.of()
              : List.of(
                  new Finding(
                      Severity.ERROR,
                      workflow.file(),
                      1,
                      1,
                      "files that declare " + workflow.key() + " with hash " + workflow.hash(),
                      "others",
                      "publish what was compiled from these files"));
    };
  }

  private static List<Finding> broken(Workflow live, Workflow publishedNow) {
    List<Finding> findings = new ArrayList<>();
    List<DeclaredTool> declared = DeclaredTool.in(publishedNow.files());
    for (Step step : live.steps()) {
      contract(declared, step)
          .ifPresent(
              contract ->
                  new ContractChange(live, step, contract.tool())
                      .breaks().stream()
                          .map(what -> finding(live, step, contract, what))
                          .forEach(findings::add));
    }
    return findings;
  }

  private static Optional<DeclaredTool> contract(List<DeclaredTool> declared, Step step) {
    return declared.stream().filter(it -> it.tool().name().equals(step.tool().name())).findFirst();
  }

  private static Finding finding(Workflow live, Step step, DeclaredTool contract, String what) {
    return new Finding(
        Severity.ERROR,
        contract.place().file(),
        contract.place().line(),
        contract.place().column(),
        "a contract of %s that the live %s works with"
            .formatted(contract.tool().name(), live.key()),
        "a change that breaks its step %s: %s".formatted(step.name(), what),
        "keep to its contract, or publish a later version of %s that fits together with this one"
            .formatted(live.name()));
  }
}
