package dev.workflowexecutor.images.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One time series selector of a PromQL expression.
 *
 * @param metric the metric's name
 * @param equal the labels that it wants to have a value
 * @param labels all labels that it names, and those by which the expression groups
 */
record Selector(String metric, Map<String, String> equal, Set<String> labels) {

  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\boffset\\s+[\\w$]+");
  private static final Pattern METRIC =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{([^}]*)})?(?!\\s*\\(|[a-zA-Z0-9_:])");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=|!=|=~|!~)\\s*\"([^\"]*)\"");
  private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool");

  Selector {
    equal = Map.copyOf(equal);
    labels = Set.copyOf(labels);
  }

  /** The selectors of an expression, in order. */
  static List<Selector> of(String expression) {
    Set<String> grouping = new TreeSet<>();
    Matcher groups = GROUPING.matcher(expression);
    groups.results().map(it -> it.group(1)).forEach(it -> grouping.addAll(names(it)));
    String bare = RANGE.matcher(groups.replaceAll(" ")).replaceAll(" ");
    List<Selector> selectors = new ArrayList<>();
    METRIC
        .matcher(bare)
        .results()
        .filter(it -> !WORDS.contains(it.group(1)))
        .forEach(it -> selectors.add(selector(it, grouping)));
    return List.copyOf(selectors);
  }

  private static Selector selector(MatchResult found, Set<String> grouping) {
    Map<String, String> equal = new TreeMap<>();
    Set<String> labels = new TreeSet<>(grouping);
    if (found.group(2) != null) {
      LABEL
          .matcher(found.group(2))
          .results()
          .forEach(
              label -> {
                labels.add(label.group(1));
                if (label.group(2).equals("=")) {
                  equal.put(label.group(1), label.group(3));
                }
              });
    }
    return new Selector(found.group(1), equal, labels);
  }

  private static List<String> names(String list) {
    return Pattern.compile(",").splitAsStream(list).map(String::strip).toList();
  }
}
