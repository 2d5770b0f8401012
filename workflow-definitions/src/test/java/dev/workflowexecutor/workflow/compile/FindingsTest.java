package dev.workflowexecutor.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.Packs;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake: where it is reported, and in which words. */
class FindingsTest {

  private static final String RULE = "has(facts.region)\n    execute: true";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "version: 1|version: 0|2:10: error: expected a whole number from 1 for 'version'",
        "version: 1|version: '1'|2:10: error: expected a whole number from 1 for 'version'",
        "version: 1|version: 1.0|2:10: error: expected a whole number from 1 for 'version'",
        "version: 1|versoin: 1|2:1: error: expected a key of a workflow, found 'versoin'; did you"
            + " mean 'version'?",
        "version: 1|version:|2:9: error: expected a text for 'version', found nothing",
        "network-troubleshooting|Network|1:11: error: expected a name of small letters",
        "description: Finds|desc: Finds|1:1: error: expected 'description' in a workflow",
        "slow_internet:|slow internet:|6:3: error: expected a name of letters, digits",
        "examples: [my|xamples: [my|7:5: error: expected 'examples' in intent slow_internet",
        "[my internet is very slow, speed drops every evening]|[]|8:15: error: expected at least"
            + " one example",
        "[my internet is very slow, speed drops every evening]|slow|8:15: error: expected a list"
            + " for 'examples', found 'slow'",
        "type: choice|type: choise|12:11: error: expected a type: text, choice, boolean",
        "regions.csv|region.csv|13:14: error: expected a list of choices or the name of a .csv"
            + " file of the pack, found 'region.csv'; did you mean 'regions.csv'?",
        "required: true|required: yes|14:15: error: expected true or false for 'required', found"
            + " 'yes'",
        "ask: Which|description: Which|12:5: error: expected 'ask' for the required fact region",
        "[fiber, mobile]|[fiber, Fiber]|16:50: error: expected choices that differ",
        "[fiber, mobile]|[fiber, [mobile]]|16:50: error: expected a text in 'choices'",
        "service_type: {|else: {|16:3: error: expected a name of letters, digits and _",
        "metro: [west]|text: [west]|19:3: error: expected a name of its own",
        "rule: troubleshoot|name: troubleshoot|27:5: error: expected a key of a rule, found"
            + " 'name'",
        "execute: true|execute: false|29:14: error: expected 'execute: true'",
        "execute: true|ask: service_type|29:10: error: expected a fact with a question",
        "execute: true|ask: regoin|29:10: error: expected a fact, found 'regoin'; did you mean"
            + " 'region'?",
        "otherwise: true|otherwise: false|45:16: error: expected 'otherwise: true'",
        "step: congestion|step: outage|35:11: error: expected a step's name once",
        "step: congestion|step: con-gestion|35:11: error: expected a name of letters, digits",
        "call: network.findOutage|call: network.findOutge|33:11: error: expected a tool that"
            + " tools.yaml declares, found 'network.findOutge'; did you mean 'network.findOutage'?",
        "{ region: facts.region }|{ regin: facts.region }|34:13: error: expected an input of"
            + " network.findOutage, found 'regin'; did you mean 'region'?",
        "{ region: facts.region }|{ regin: facts.region }|34:11: error: expected the input 'region'"
            + " of network.findOutage, found none",
        "{ region: facts.region }|{ region: 5 }|34:21: error: expected a text, found an expression"
            + " of type integer; convert it with string(...)",
        "{ region: facts.region }|{ region: west }|34:21: error: expected a name, found 'west'; put"
            + " a text in quotes: 'west'",
        "escalated: \"No|escalate: \"No|45:5: error: expected exactly one of resolved, escalated",
        "with: { region: facts.region }|on-failure: retry|34:17: error: expected one of escalate, continue, fail",
      })
  void reportsMistakesInTheStructure(String target, String replacement, String expected) {
    assertThat(Packs.findingsWith(target, replacement))
        .anyMatch(text -> text.startsWith("network.yaml:" + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "has(facts.regoin)|28:21: error: expected a fact, found 'regoin'; did you mean 'region'?",
        "\"has(facts.regoin)\"|28:22: error: expected a fact, found 'regoin'",
        "'has(facts . regoin)'|28:24: error: expected a fact, found 'regoin'",
        "region == 'x'|28:11: error: expected a name, found 'region'; did you mean 'facts.region'?",
        "facts.region == 'wst'|28:27: error: expected a value that facts.region can have, found"
            + " 'wst'; did you mean 'west'?",
        "\"facts.region == \\\"wst\\\"\"|28:28: error: expected a value that facts.region can have",
        "intent in ['slow_internet', 'slow']|28:39: error: expected a value that intent can have",
        "facts.region == 5|28:24: error: expected operands that '==' takes, found (text, integer)",
        "facts.region|28:11: error: expected a boolean, found an expression of type text",
        "text.mention('a')|28:16: error: expected a function, found 'mention'; did you mean"
            + " 'mentions'?",
        "text.mentions(1)|28:24: error: expected operands that 'mentions' takes, found text and"
            + " (integer); give one to eight texts",
        "text ==|28:18: error: expected a CEL expression, found its end; it is incomplete",
        "text.matches('[')|28:24: error: expected a regular expression (RE2), found '['",
        "steps.outage.status == 'none'|28:17: error: expected a step whose output is known here,"
            + " found step 'outage' that runs later; no step has run at this place",
        "\"money{amount: 1.0}.amount > 0.5\"|28:17: error: expected a value, found an object"
            + " construction",
        "has(text)|28:14: error: expected a CEL expression, found has() takes a path",
      })
  void reportsMistakesInConditions(String condition, String expected) {
    assertThat(Packs.findingsWith(RULE, condition + "\n    execute: true"))
        .anyMatch(text -> text.startsWith("network.yaml:" + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"in {steps.outage.etaa}.\"|42:33: error: expected an output of network.findOutage, found"
            + " 'etaa'; did you mean 'eta'?",
        "'it''s {steps.outage.etaa}'|42:36: error: expected an output of network.findOutage",
        "\"\\u20b9\\t{steps.outage.etaa}\"|42:38: error: expected an output of network.findOutage",
        "\"😀 {steps.outage.etaa}\"|42:32: error: expected an output of network.findOutage",
        "\"{steps.outage.etaa} {facts.regoin}\"|42:43: error: expected a fact, found 'regoin'",
        "\"a { b\"|42:18: error: expected a closing }, found an open { only",
        "\"{metro}\"|42:17: error: expected a single value, found an expression of type list of"
            + " text",
        "\"{}\"|42:17: error: expected a CEL expression, found its end",
      })
  void reportsMistakesInTemplates(String template, String expected) {
    String original = "\"Network outage in your area. Expected resolution in {steps.outage.eta}.\"";

    assertThat(Packs.findingsWith(original, template))
        .anyMatch(text -> text.startsWith("network.yaml:" + expected));
  }

  @Test
  void findsThePlaceInBlocksAndFoldedLines() {
    String target = "    when: has(facts.region)\n";

    assertThat(
            Packs.findingsWith(target, "    when: |\n      true &&\n        has(facts.regoin)\n"))
        .anyMatch(text -> text.startsWith("network.yaml:30:19: error: expected a fact"));
    assertThat(Packs.findingsWith(target, "    when: >-\n      true &&\n      has(facts.regoin)\n"))
        .anyMatch(text -> text.startsWith("network.yaml:30:17: error: expected a fact"));
    assertThat(Packs.findingsWith(target, "    when: true &&\n      has(facts.regoin)\n"))
        .anyMatch(text -> text.startsWith("network.yaml:29:17: error: expected a fact"));
    assertThat(Packs.findingsWith(target, "    when: \"true &&\\\n      has(facts.regoin)\"\n"))
        .anyMatch(text -> text.startsWith("network.yaml:29:17: error: expected a fact"));
  }

  @Test
  void reportsTheMissingValueOfAnInference() {
    assertThat(Packs.findingsWith("value: congestion", "vlue: congestion"))
        .anyMatch(text -> text.startsWith("network.yaml:22:5: error: expected 'value'"))
        .anyMatch(text -> text.startsWith("network.yaml:24:5: error: expected a key of an"));
  }

  @Test
  void holdsInferredValuesAgainstTheFactsType() {
    assertThat(Packs.findingsWith("fact: likely_cause", "fact: service_type"))
        .anyMatch(text -> text.startsWith("network.yaml:24:12: error: expected a value of type"));
    assertThat(Packs.findingsWith("fact: likely_cause", "fact: service_typ"))
        .anyMatch(text -> text.startsWith("network.yaml:22:11: warning: expected a declared fact"));
  }

  @Test
  void reportsAllErrorsOfAllFilesAtOnceInOrder() {
    Map<String, String> files = Packs.network();
    files.computeIfPresent("network.yaml", (_, text) -> text.replace("facts.region", "facts.x"));
    files.computeIfPresent("tools.yaml", (_, text) -> text.replace("timeout: 2s", "timeout: 9m"));
    files.put("broken.yaml", "workflow: [");
    files.put("regions.csv", "west,Pune\nnorth,pune\n,Delhi\n");

    List<Finding> findings = Packs.findings(files);

    assertThat(findings).isSorted();
    assertThat(findings)
        .extracting(Finding::file)
        .contains("broken.yaml", "network.yaml", "regions.csv", "tools.yaml");
    assertThat(findings.stream().filter(f -> f.found().equals("'x'"))).hasSize(5);
    assertThat(findings.stream().map(Finding::toString))
        .anyMatch(text -> text.startsWith("regions.csv:2:1: error: expected each word for one"))
        .anyMatch(text -> text.startsWith("regions.csv:3:1: error: expected a value in the first"))
        .anyMatch(text -> text.startsWith("tools.yaml:5:14: error: expected a time from 1ms to"));
  }

  @Test
  void doesNotReportWhatFollowsFromAnUnknownTool() {
    assertThat(Packs.findingsWith("call: network.findOutage", "call: network.other"))
        .singleElement()
        .asString()
        .startsWith("network.yaml:33:11: error: expected a tool that tools.yaml declares");
  }
}
