package dev.workflowexecutor.standalone.interop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The JavaScript clients with their packages, on this machine's Node. */
public final class Node {

  private static final Path CLIENTS = Path.of("..", "examples", "clients", "javascript");
  private static final String MODULES = "node_modules";

  private final Path node;

  private Node(Path node) {
    this.node = node;
  }

  /** Node with the clients' packages installed; the test is skipped where there is no Node. */
  public static Node installed() {
    Optional<Path> node = onPath("node");
    Optional<Path> npm = onPath("npm");
    if (node.isEmpty() || npm.isEmpty()) {
      String missing = node.isEmpty() ? "node" : "npm";
      String skipped =
          "SKIPPED, NOT TESTED: there is no " + missing + " on the PATH; install Node 18 or newer";
      System.err.println(skipped);
      Assumptions.abort(skipped);
    }
    install(npm.orElseThrow());
    return new Node(node.orElseThrow());
  }

  /** Runs a script of the clients and gives what it printed. */
  public String run(Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>(List.of(node.toString()));
    words.addAll(List.of(arguments));
    return new Command(words, CLIENTS, environment).run();
  }

  /** Once for each lock file, so that a second run needs no network. */
  private static synchronized void install(Path npm) {
    try {
      byte[] wanted = Files.readAllBytes(CLIENTS.resolve("package-lock.json"));
      Path mark = CLIENTS.resolve(MODULES).resolve(".installed-lock.json");
      if (Files.exists(mark) && java.util.Arrays.equals(Files.readAllBytes(mark), wanted)) {
        return;
      }
      new Command(List.of(npm.toString(), "ci", "--prefer-offline"), CLIENTS, Map.of()).run();
      Files.write(mark, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
