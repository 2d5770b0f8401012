package dev.workflowexecutor.standalone.packs;

import dev.workflowexecutor.standalone.startup.StartException;
import dev.workflowexecutor.workflow.PackFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pack on disk: a folder with at least one YAML file at its top.
 *
 * @param root the folder
 */
public record PackFolder(Path root) {

  private static final Pattern DEFINITION = Pattern.compile(".*\\.(yaml|yml|csv|json)");
  private static final Pattern SCENARIOS = Pattern.compile("tests/.*\\.(yaml|yml)");
  private static final Pattern YAML = Pattern.compile(".*\\.(yaml|yml)");

  /**
   * The packs at a place: the folder itself when it is one, else each folder in it that is.
   *
   * @throws StartException when there is none
   */
  public static List<PackFolder> find(Path place) {
    if (!Files.isDirectory(place)) {
      throw new StartException("expected a folder with a pack in it, found no folder " + place);
    }
    if (isPack(place)) {
      return List.of(new PackFolder(place));
    }
    List<PackFolder> packs =
        list(place).filter(PackFolder::isPack).sorted().map(PackFolder::new).toList();
    if (packs.isEmpty()) {
      throw new StartException(
          "expected a pack with a YAML file in %s, found none".formatted(place));
    }
    return packs;
  }

  /** The files that belong to the definition: all but the scenario tests. */
  public PackFiles definition() {
    return PackFiles.of(
        read(name -> DEFINITION.matcher(name).matches() && !name.startsWith("tests/")));
  }

  /** The scenario tests, by name relative to the pack. */
  public Map<String, String> scenarios() {
    return read(name -> SCENARIOS.matcher(name).matches());
  }

  private static boolean isPack(Path folder) {
    return Files.isDirectory(folder)
        && list(folder).anyMatch(file -> YAML.matcher(file.getFileName().toString()).matches());
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private Map<String, String> read(Predicate<String> wanted) {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (wanted.test(name) && !isHidden(name)) {
          found.put(name, text(file));
        }
      }
    } catch (IOException e) {
      throw unreadable(root, e);
    }
    return found;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new StartException("expected UTF-8 in %s, found other bytes".formatted(file), e);
    }
  }

  private static StartException unreadable(Path path, IOException e) {
    return new StartException("can't read %s: %s".formatted(path, e.getMessage()), e);
  }
}
