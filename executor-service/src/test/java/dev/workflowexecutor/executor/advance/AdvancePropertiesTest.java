package dev.workflowexecutor.executor.advance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every workflow and whatever the tools reply. */
class AdvancePropertiesTest {

  private static final Map<String, Workflow> COMPILED = new HashMap<>();

  /** A run: everything that went out, and the state at the end. */
  private record Run(List<Call> calls, List<Result> results, Execution end) {}

  @Property(tries = 500)
  void everyExecutionEndsWithExactlyOneResult(
      @ForAll("workflows") String text, @ForAll("replies") List<String> replies) {
    Run run = run(compiled(text), replies);

    assertThat(run.end()).isInstanceOf(Execution.Completed.class);
    assertThat(run.results()).hasSize(1);
    assertThat(run.results().getFirst().message()).isNotBlank();
  }

  @Property(tries = 500)
  void noStepIsCalledTwice(
      @ForAll("workflows") String text, @ForAll("replies") List<String> replies) {
    Workflow workflow = compiled(text);
    Run run = run(workflow, replies);

    assertThat(run.calls()).extracting(Call::callId).doesNotHaveDuplicates();
    assertThat(run.calls()).extracting(Call::step).doesNotHaveDuplicates();
    assertThat(run.calls()).hasSizeLessThanOrEqualTo(workflow.steps().size());
  }

  @Property(tries = 300)
  void theSameEventsGiveTheSameOutput(
      @ForAll("workflows") String text, @ForAll("replies") List<String> replies) {
    assertThat(run(compiled(text), replies)).isEqualTo(run(Definition.of(text), replies));
  }

  @Property(tries = 300)
  void everyRepetitionChangesNothing(
      @ForAll("workflows") String text, @ForAll("replies") List<String> replies) {
    Workflow workflow = compiled(text);
    Advanced advanced = Advance.start(workflow, Given.execute(workflow));
    List<Reply> seen = new ArrayList<>();
    for (int i = 0; advanced.next() instanceof Execution.Running; i++) {
      Reply reply = reply(advanced, replies.get(i % replies.size()));
      seen.add(reply);
      advanced = Advance.on(workflow, advanced.next(), reply);
      for (Reply old : seen) {
        assertThat(Advance.on(workflow, advanced.next(), old))
            .isEqualTo(new Advanced(advanced.next(), List.of(), Optional.empty()));
      }
    }
  }

  @Provide
  Arbitrary<String> workflows() {
    return step().list().ofMinSize(0).ofMaxSize(5).map(AdvancePropertiesTest::workflow);
  }

  @Provide
  Arbitrary<List<String>> replies() {
    return Arbitraries.of(
            "{\"done\":true}",
            "{\"done\":false,\"extra\":[1]}",
            "{\"done\":\"yes\"}",
            "garbage",
            "REFUSED",
            "FAILED",
            "UNKNOWN")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** Condition, on-failure. */
  private static Arbitrary<List<String>> step() {
    Arbitrary<String> condition =
        Arbitraries.of(
            "true",
            "facts.region == 'west'",
            "facts.region == 'east'",
            "has(PREVIOUS)",
            "!has(PREVIOUS)",
            "PREVIOUS.done");
    Arbitrary<String> onFailure = Arbitraries.of("continue", "fail", "escalate");
    return Combinators.combine(condition, onFailure).as(List::of);
  }

  private static String workflow(List<List<String>> steps) {
    StringBuilder text = new StringBuilder(header());
    text.append(steps.isEmpty() ? "steps: []\n" : "steps:\n");
    for (int i = 0; i < steps.size(); i++) {
      String previous = i == 0 ? "false" : "steps.s" + (i - 1);
      String when = i == 0 ? "true" : steps.get(i).get(0).replace("PREVIOUS", previous);
      text.append(
          """
            - step: s%d
              call: network.resetLine
              when: "%s"
              with: { region: facts.region }
              on-failure: %s
          """
              .formatted(i, when, steps.get(i).get(1)));
    }
    text.append("outcomes:\n");
    if (!steps.isEmpty()) {
      text.append(
          "  - when: has(steps.s0) && steps.s0.done\n    resolved: done in {facts.region}\n");
      text.append("    data: { done: steps.s0.done }\n");
    }
    return text.append("  - otherwise: true\n    escalated: not done\n").toString();
  }

  private static String header() {
    return Definition.OUTAGES.substring(0, Definition.OUTAGES.indexOf("steps:"));
  }

  private static synchronized Workflow compiled(String text) {
    return COMPILED.computeIfAbsent(text, Definition::of);
  }

  private static Run run(Workflow workflow, List<String> replies) {
    List<Call> calls = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    Advanced advanced = Advance.start(workflow, Given.execute(workflow));
    for (int i = 0; ; i++) {
      calls.addAll(advanced.calls());
      advanced.result().ifPresent(results::add);
      if (advanced.next() instanceof Execution.Completed) {
        return new Run(calls, results, advanced.next());
      }
      assertThat(i).as("number of replies").isLessThanOrEqualTo(workflow.steps().size());
      Reply reply = reply(advanced, replies.get(i % replies.size()));
      advanced = Advance.on(workflow, advanced.next(), reply);
    }
  }

  private static Reply reply(Advanced advanced, String kind) {
    String call = Given.awaited(advanced).callId();
    String id = Reply.idOf(call);
    return switch (kind) {
      case "REFUSED" -> new Reply.Refused(id, call, Given.REPLIED, "no");
      case "FAILED" -> new Reply.Failed(id, call, Given.REPLIED, "gave up");
      case "UNKNOWN" -> new Reply.Unknown(id, call, Given.REPLIED, "who knows");
      default -> new Reply.Succeeded(id, call, Given.REPLIED, kind);
    };
  }
}
