package dev.workflowexecutor.workflow.expression;

import dev.cel.common.CelIssue;
import dev.workflowexecutor.workflow.finding.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the workflow language what the CEL parser and checker report. */
final class CelMessages {

  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.*?)' \\(candidates: .*");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+?)'.*");
  private static final Pattern UNDEFINED = Pattern.compile("undefined field '(.+?)'.*");
  private static final List<String> FUNCTIONS =
      List.of(
          "has",
          "mentions",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "size",
          "string",
          "int",
          "double",
          "timestamp",
          "duration",
          "all",
          "exists",
          "exists_one",
          "map",
          "filter",
          "getFullYear",
          "getMonth",
          "getDate",
          "getDayOfWeek",
          "getHours",
          "getMinutes");
  private static final Map<String, String> TYPES =
      Map.of(
          "string",
          "text",
          "int",
          "integer",
          "double",
          "number",
          "bool",
          "boolean",
          "google.protobuf.Timestamp",
          "date",
          "timestamp",
          "date",
          "google.protobuf.Duration",
          "duration");

  private CelMessages() {}

  /** One problem for each place, the first that is reported there. */
  static List<Problem> of(List<CelIssue> issues, String source) {
    List<Problem> problems = new ArrayList<>();
    Set<Integer> places = new LinkedHashSet<>();
    for (CelIssue issue : issues) {
      int offset = Places.of(issue, source);
      if (places.add(offset)) {
        problems.add(of(issue.getMessage(), offset, source));
      }
    }
    return problems;
  }

  /** Whether the message is about a name, which {@link NameCheck} reports better. */
  static boolean isAboutName(CelIssue issue) {
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    return UNDEFINED.matcher(message).matches()
        || (undeclared.matches() && !message.contains("function"));
  }

  private static Problem of(String message, int offset, String source) {
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return new Problem(
          Problem.Kind.TYPE,
          offset,
          "operands that " + function(overload.group(1)) + " takes",
          types(overload.group(2)),
          overload.group(1).equals("mentions") ? "give one to eight texts" : "");
    }
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      int start = source.lastIndexOf(name, source.offsetByCodePoints(0, offset));
      int place = start < 0 ? offset : source.codePointCount(0, start);
      return new Problem(
          Problem.Kind.NAME,
          place,
          "a function",
          "'" + name + "'",
          NearMiss.advice(name, FUNCTIONS));
    }
    Matcher undefined = UNDEFINED.matcher(message);
    if (undefined.matches()) {
      return new Problem(Problem.Kind.NAME, offset, "a field", "'" + undefined.group(1) + "'", "");
    }
    boolean atEnd = source.codePointCount(0, source.length()) <= offset;
    return new Problem(
        Problem.Kind.SYNTAX,
        offset,
        "a CEL expression",
        atEnd ? "its end" : shorten(message),
        atEnd ? "it is incomplete" : "");
  }

  private static String function(String name) {
    return name.startsWith("_") || name.endsWith("_")
        ? "'" + name.replace("_", "") + "'"
        : "'" + name.replace("@in", "in") + "'";
  }

  private static String types(String applied) {
    String types = applied;
    for (Map.Entry<String, String> type : TYPES.entrySet()) {
      types = types.replaceAll("\\b" + Pattern.quote(type.getKey()) + "\\b", type.getValue());
    }
    return types.replace("workflow.", "").replaceFirst("^(\\w+)\\.\\(", "$1 and (");
  }

  private static String shorten(String message) {
    int list = message.indexOf(" expecting {");
    return list < 0 ? message : message.substring(0, list);
  }
}
