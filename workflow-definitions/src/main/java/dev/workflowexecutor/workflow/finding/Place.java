package dev.workflowexecutor.workflow.finding;

/** A place in a file of a pack; line and column from 1, the column in code points. */
public record Place(String file, int line, int column) {

  /** The beginning of a file. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }
}
