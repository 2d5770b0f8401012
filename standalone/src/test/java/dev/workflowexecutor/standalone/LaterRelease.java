package dev.workflowexecutor.standalone;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;

/**
 * decision-service as a later release would run it: in a process of its own, whose ExtractedIntent
 * is generated from a newer version of its schema and comes before the present one.
 */
final class LaterRelease implements AutoCloseable {

  private static final long SECONDS_TO_END = 30;

  private final Process process;
  private final Path loaded;

  private LaterRelease(Process process, Path loaded) {
    this.process = process;
    this.loaded = loaded;
  }

  /**
   * Generates, compiles and starts.
   *
   * @param properties of the service, as {@code --name=value}
   */
  static LaterRelease start(Path folder, List<String> properties) throws IOException {
    Path classes = compiled(generated(folder.resolve("generated")), folder.resolve("classes"));
    Path loaded = folder.resolve("loaded.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:class+load:file=" + loaded,
            "-cp",
            classes + File.pathSeparator + classPath(),
            DecisionApplication.class.getName()));
    command.addAll(properties);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("decision-service.log").toFile())
            .start();
    return new LaterRelease(process, loaded);
  }

  private static Path generated(Path folder) throws IOException {
    SpecificCompiler compiler = new SpecificCompiler(NewerVersion.schema(Topic.INTENTS_EXTRACTED));
    compiler.setStringType(StringType.String);
    compiler.setCreateSetters(false);
    compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
    compiler.compileToDestination(null, folder.toFile());
    return folder;
  }

  private static Path compiled(Path sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", classPath(), "-d"));
    arguments.add(classes.toString());
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new AssertionError("the generated records don't compile");
    }
    return classes;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Where the process has its ExtractedIntent from. */
  String sourceOfIntents() throws IOException {
    try (Stream<String> lines = Files.lines(loaded)) {
      return lines
          .filter(line -> line.contains(" dev.workflowexecutor.events.ExtractedIntent "))
          .findFirst()
          .orElse("not loaded");
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
