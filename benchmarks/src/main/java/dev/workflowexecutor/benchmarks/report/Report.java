package dev.workflowexecutor.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Figures on their way out: Markdown for people and JSON for machines. */
public final class Report {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Report() {}

  /**
   * Writes the Markdown and the JSON to the standard output, and where a folder is given to {@code
   * name.md} and {@code name.json} in it.
   */
  public static void write(String name, String markdown, Object figures, @Nullable Path folder)
      throws IOException {
    String json = JSON.writeValueAsString(figures);
    System.out.println(markdown);
    System.out.println(json);
    if (folder != null) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".md"), markdown);
      Files.writeString(folder.resolve(name + ".json"), json + "\n");
    }
  }
}
