package dev.workflowexecutor.workflow.compile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the facts of a workflow. */
final class FactsReader {

  private static final List<String> KEYS =
      List.of("type", "choices", "pattern", "required", "ask", "description");
  private static final List<String> TYPES =
      List.of(
          "text",
          "choice",
          "boolean",
          "integer",
          "number",
          "money",
          "date",
          "time",
          "duration",
          "phone",
          "email",
          "identifier");

  private final ChoicesReader choices;
  private final Findings findings;

  FactsReader(ChoicesReader choices, Findings findings) {
    this.choices = choices;
    this.findings = findings;
  }

  Map<String, Fact> read(List<Node.Entry> entries) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (Node.Entry entry : entries) {
      String name = entry.key().text();
      Names.IDENTIFIER.check(entry.key(), findings);
      Fact fact =
          Section.of(entry.value(), "fact " + name, KEYS, findings)
              .map(section -> fact(name, section))
              .orElse(new Fact(name, new FactType.Text(), false, Optional.empty(), ""));
      facts.put(name, fact);
    }
    return facts;
  }

  /** Whether a fact's declaration names a type that there is. */
  static boolean isTyped(Node.Mapping fact) {
    return fact.get("type").orElse(null) instanceof Node.Scalar type && TYPES.contains(type.text());
  }

  private Fact fact(String name, Section section) {
    boolean required = section.flag("required");
    Optional<String> ask = section.text("ask").map(Node.Scalar::text);
    if (required && !section.has("ask")) {
      findings.error(
          section.place(),
          "'ask' for the required fact " + name,
          "none",
          "add the question to the user, such as ask: Which " + name.replace('_', ' ') + "?");
    }
    return new Fact(
        name, type(section), required && ask.isPresent(), ask, section.textOrEmpty("description"));
  }

  private FactType type(Section section) {
    String keyword = section.requireText("type").map(Node.Scalar::text).orElse("text");
    refuse(section, "choices", keyword, "choice");
    refuse(section, "pattern", keyword, "identifier");
    return switch (keyword) {
      case "text" -> new FactType.Text();
      case "choice" -> new FactType.Choice(values(section));
      case "boolean" -> new FactType.Bool();
      case "integer" -> new FactType.IntegerNumber();
      case "number" -> new FactType.DecimalNumber();
      case "money" -> new FactType.Money();
      case "date" -> new FactType.Date();
      case "time" -> new FactType.Time();
      case "duration" -> new FactType.Duration();
      case "phone" -> new FactType.Phone();
      case "email" -> new FactType.Email();
      case "identifier" -> new FactType.Identifier(pattern(section));
      case String unknown -> {
        findings.error(
            section.place("type"),
            "a type: " + String.join(", ", TYPES),
            "'" + unknown + "'",
            NearMiss.of(unknown, TYPES).map(near -> "did you mean '" + near + "'?").orElse(""));
        yield new FactType.Text();
      }
    };
  }

  private void refuse(Section section, String key, String keyword, String type) {
    if (section.has(key) && !keyword.equals(type) && TYPES.contains(keyword)) {
      findings.error(
          section.place(key),
          "no '" + key + "' for a fact of type " + keyword,
          "some",
          "use type: " + type + " or remove it");
    }
  }

  private List<ChoiceValue> values(Section section) {
    return section.require("choices").map(choices::read).orElse(List.of());
  }

  private Pattern pattern(Section section) {
    Optional<Node.Scalar> pattern = section.requireText("pattern");
    try {
      return Pattern.compile(pattern.map(Node.Scalar::text).orElse(".*"));
    } catch (PatternSyntaxException e) {
      findings.error(
          section.place("pattern"),
          "a regular expression (RE2)",
          "'" + e.getPattern() + "'",
          e.getDescription());
      return Pattern.compile(".*");
    }
  }
}
