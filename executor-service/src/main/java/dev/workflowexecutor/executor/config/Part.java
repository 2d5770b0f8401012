package dev.workflowexecutor.executor.config;

/** A part of the service that is started and reports whether it takes records. */
interface Part {

  /** The part's name in health details. */
  String name();

  boolean isReady();
}
