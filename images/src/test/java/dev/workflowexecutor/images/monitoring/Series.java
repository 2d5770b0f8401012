package dev.workflowexecutor.images.monitoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One time series as a service exposes it in Prometheus' text format.
 *
 * @param metric its name
 * @param labels their values by name
 */
record Series(String metric, Map<String, String> labels) {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  Series {
    labels = Map.copyOf(labels);
  }

  /** All series of an exposition. */
  static List<Series> of(String exposition) {
    return exposition.lines().map(LINE::matcher).filter(Matcher::matches).map(Series::of).toList();
  }

  private static Series of(Matcher line) {
    Map<String, String> labels = new TreeMap<>();
    if (line.group(2) != null) {
      LABEL.matcher(line.group(2)).results().forEach(it -> labels.put(it.group(1), it.group(2)));
    }
    return new Series(line.group(1), labels);
  }
}
