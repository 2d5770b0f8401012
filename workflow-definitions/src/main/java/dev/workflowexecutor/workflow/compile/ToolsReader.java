package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import dev.workflowexecutor.workflow.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tools.yaml. */
final class ToolsReader {

  private static final List<String> TOOL_KEYS =
      List.of("description", "idempotent", "timeout", "input", "output");
  private static final List<String> FIELD_KEYS =
      List.of("type", "choices", "optional", "description");
  private static final List<String> TYPES =
      List.of("text", "choice", "boolean", "integer", "number");
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Findings findings;

  ToolsReader(Findings findings) {
    this.findings = findings;
  }

  /** The tools by name, with the places of their declarations. */
  Map<String, Declared<Tool>> read(Node root) {
    Map<String, Declared<Tool>> tools = new LinkedHashMap<>();
    Section.of(root, "tools.yaml", List.of("tools"), findings)
        .ifPresent(
            file -> {
              file.require("tools");
              file.entries("tools").forEach(entry -> tool(entry, tools));
            });
    return tools;
  }

  private void tool(Node.Entry entry, Map<String, Declared<Tool>> tools) {
    String name = entry.key().text();
    Names.TOOL.check(entry.key(), findings);
    Section.of(entry.value(), "tool " + name, TOOL_KEYS, findings)
        .ifPresent(
            section -> {
              Duration timeout =
                  section
                      .text("timeout")
                      .flatMap(text -> TimeSpans.read(text, SHORTEST, LONGEST, findings))
                      .orElse(Tool.DEFAULT_TIMEOUT);
              tools.put(
                  name,
                  new Declared<>(
                      entry.key().place(),
                      new Tool(
                          name,
                          section.textOrEmpty("description"),
                          section.flag("idempotent"),
                          timeout,
                          fields(section, "input"),
                          fields(section, "output"))));
            });
  }

  private Map<String, Field> fields(Section tool, String key) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Node.Entry entry : tool.entries(key)) {
      Names.IDENTIFIER.check(entry.key(), findings);
      fields.put(entry.key().text(), field(entry));
    }
    return fields;
  }

  private Field field(Node.Entry entry) {
    String what = "field " + entry.key().text();
    return Section.of(entry.value(), what, FIELD_KEYS, findings)
        .map(section -> new Field(type(section), section.flag("optional")))
        .orElse(new Field(new FieldType.Text(), false));
  }

  private FieldType type(Section field) {
    Optional<Node.Scalar> type = field.requireText("type");
    String keyword = type.map(Node.Scalar::text).orElse("text");
    if (!keyword.equals("choice") && field.has("choices")) {
      findings.error(
          field.place("choices"), "no 'choices' for a " + keyword, "some", "use type: choice");
    }
    return switch (keyword) {
      case "text" -> new FieldType.Text();
      case "choice" -> new FieldType.Choice(choices(field));
      case "boolean" -> new FieldType.Bool();
      case "integer" -> new FieldType.IntegerNumber();
      case "number" -> new FieldType.DecimalNumber();
      case String unknown -> {
        findings.error(
            field.place("type"),
            "a type: " + String.join(", ", TYPES),
            "'" + unknown + "'",
            NearMiss.of(unknown, TYPES).map(near -> "did you mean '" + near + "'?").orElse(""));
        yield new FieldType.Text();
      }
    };
  }

  private List<String> choices(Section field) {
    field.require("choices");
    List<String> choices = new ArrayList<>();
    for (Node item : field.items("choices")) {
      Section.text(item, "a text in 'choices'", findings)
          .ifPresent(
              text -> {
                if (choices.contains(text.text())) {
                  findings.error(text.place(), "each choice once", text.kind() + " again", "");
                } else {
                  choices.add(text.text());
                }
              });
    }
    if (choices.isEmpty() && field.get("choices").orElse(null) instanceof Node.Sequence) {
      findings.error(field.place("choices"), "at least one choice", "none", "");
    }
    return choices;
  }
}
