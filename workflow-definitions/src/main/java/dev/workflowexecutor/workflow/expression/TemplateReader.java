package dev.workflowexecutor.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Splits a template into words and expressions, and has the expressions compiled. */
final class TemplateReader {

  private final String source;
  private final Function<String, Understood<Expression>> compile;
  private final List<Template.Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int at;

  TemplateReader(String source, Function<String, Understood<Expression>> compile) {
    this.source = source;
    this.compile = compile;
  }

  Understood<Template> read() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if ((c == '{' || c == '}') && source.startsWith(String.valueOf(c).repeat(2), at)) {
        words.append(c);
        at += 2;
      } else if (c == '{') {
        hole();
      } else {
        words.append(c);
        at++;
      }
    }
    endWords();
    return problems.isEmpty()
        ? new Understood.Good<>(new Template(source, parts))
        : new Understood.Bad<>(problems);
  }

  private void endWords() {
    if (!words.isEmpty()) {
      parts.add(new Template.Words(words.toString()));
      words.setLength(0);
    }
  }

  private void hole() {
    int open = at;
    int close = closingBrace(open + 1);
    if (close < 0) {
      problems.add(
          new Problem(
              Problem.Kind.SYNTAX,
              offset(open),
              "a closing }",
              "an open { only",
              "write {{ for a brace of the text"));
      at = source.length();
      return;
    }
    endWords();
    int shift = offset(open + 1);
    switch (compile.apply(source.substring(open + 1, close))) {
      case Understood.Good<Expression>(Expression expression) ->
          parts.add(new Template.Hole(expression, shift));
      case Understood.Bad<Expression>(List<Problem> found) ->
          found.forEach(problem -> problems.add(problem.shifted(shift)));
    }
    at = close + 1;
  }

  /** The index of the brace that ends the expression, past strings and inner braces; -1 if none. */
  private int closingBrace(int from) {
    int depth = 0;
    for (int i = from; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\'', '"' -> i = endOfString(i);
        case '{' -> depth++;
        case '}' -> {
          if (depth == 0) {
            return i;
          }
          depth--;
        }
        default -> {}
      }
    }
    return -1;
  }

  private int endOfString(int from) {
    char quote = source.charAt(from);
    int i = from + 1;
    while (i < source.length() && source.charAt(i) != quote) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private int offset(int index) {
    return source.codePointCount(0, index);
  }
}
