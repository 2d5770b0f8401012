package dev.workflowexecutor.standalone.registry;

import java.io.IOException;

/**
 * The main class of the registry's process: Apicurio Registry that ends when its parent does.
 *
 * <p>The parent holds the other end of standard input. When it is gone, however it went, reading
 * ends, and so does this process.
 */
public final class RegistryMain {

  private RegistryMain() {}

  /** Starts the registry with Quarkus' own entry point. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(RegistryMain::endWithParent);
    Class.forName("io.quarkus.bootstrap.runner.QuarkusEntryPoint")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; only the end of the stream tells something.
      }
    } catch (IOException e) {
      // A broken pipe is the end of the parent too.
    }
    Runtime.getRuntime().halt(0);
  }
}
