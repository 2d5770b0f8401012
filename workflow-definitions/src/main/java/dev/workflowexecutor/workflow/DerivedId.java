package dev.workflowexecutor.workflow;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An id that follows from the ids of its causes, so that a replay derives the same one. */
public final class DerivedId {

  private DerivedId() {}

  /** The name-based UUID of the kind and the parts, each on its own line. */
  public static String of(String kind, String... parts) {
    String name = kind + '\n' + String.join("\n", parts);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
