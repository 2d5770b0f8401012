package dev.workflowexecutor.cli.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * A turn of a scenario, which has no clock: conversations begin at the same time and go on minute
 * by minute.
 *
 * @param number from 1
 */
record Moment(int number) {

  /** When every scenario begins. */
  static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");

  Instant at() {
    return BEGIN.plus(Duration.ofMinutes(number - 1L));
  }

  String ticket() {
    return "scenario";
  }

  String id(String kind) {
    return kind + "-" + number;
  }
}
