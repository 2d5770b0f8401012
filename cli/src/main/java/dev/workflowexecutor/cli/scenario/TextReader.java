package dev.workflowexecutor.cli.scenario;

import java.time.Instant;

/** Reads the texts of scenarios. */
@FunctionalInterface
interface TextReader {

  ReadMessage read(String text, Instant at);
}
