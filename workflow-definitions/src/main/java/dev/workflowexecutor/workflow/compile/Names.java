package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.Set;
import java.util.regex.Pattern;

/** What things may be called. */
enum Names {
  WORKFLOW(
      "[a-z][a-z0-9]*([_-][a-z0-9]+)*",
      "a name of small letters, digits and hyphens, such as network-troubleshooting"),
  INTENT(
      "[A-Za-z][A-Za-z0-9_.?-]*", "a name of letters, digits, _ - . and ?, such as slow_internet"),
  /** Whatever expressions write after a dot or alone: facts, steps, fields and lists. */
  IDENTIFIER("[A-Za-z][A-Za-z0-9_]*", "a name of letters, digits and _, such as account_type"),
  RULE("[^\\p{Cntrl}]+", "a name in one line"),
  TOOL(
      "[A-Za-z][A-Za-z0-9_-]*([.][A-Za-z][A-Za-z0-9_-]*)*",
      "a name of letters and digits with dots between its parts, such as network.findOutage");

  private static final int MAX_LENGTH = 100;
  // Words of the CEL grammar, which can't be names there.
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private final Pattern pattern;
  private final String description;

  Names(String pattern, String description) {
    this.pattern = Pattern.compile(pattern);
    this.description = description;
  }

  /** Whether a name is allowed; if not, that is a finding. */
  boolean check(Node.Scalar name, Findings findings) {
    String text = name.text();
    if (text.length() > MAX_LENGTH) {
      findings.error(
          name.place(), "a name of at most " + MAX_LENGTH + " characters", name.kind(), "");
      return false;
    }
    if (this == IDENTIFIER && RESERVED.contains(text)) {
      findings.error(
          name.place(), description, "'" + text + "'", "it is a reserved word of expressions");
      return false;
    }
    if (!pattern.matcher(text).matches()) {
      findings.error(name.place(), description, "'" + text + "'", "");
      return false;
    }
    return true;
  }
}
