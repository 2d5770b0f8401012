package dev.workflowexecutor.extraction.testing;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The telecom pack of this repository. */
public final class TelecomPack {

  private TelecomPack() {}

  /** Its catalog. */
  public static Catalog catalog() {
    Compilation compilation =
        PackCompiler.compile(packAt(repository().resolve("workflows/telecom")));
    return switch (compilation) {
      case Compilation.Compiled(var pack, _) -> Catalog.of(pack.workflows());
      case Compilation.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  /** The folder of this repository. */
  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("workflows"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new AssertionError(
          "expected a folder 'workflows' above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }

  private static PackFiles packAt(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PackFiles.of(files);
  }
}
