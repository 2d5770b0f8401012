package dev.workflowexecutor.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the client would wait for the outcome, bounded by what the gateway allows. A preference
 * that can't be read is ignored, as RFC 7240 has it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>
 */
record PreferredWait(Duration time) {
  private static final Pattern WAIT =
      Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  static Optional<PreferredWait> ofHeaders(List<String> prefer, Duration longest) {
    return prefer.stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(WAIT::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
        .map(asked -> new PreferredWait(asked.compareTo(longest) > 0 ? longest : asked));
  }

  /** The value of Preference-Applied. */
  String applied() {
    return "wait=" + time.toSeconds();
  }
}
