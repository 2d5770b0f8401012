package dev.workflowexecutor.schemas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The released versions of every schema, kept in the repository: a folder per subject, a file
 * {@code vN.avsc} per version, and a list of checksums that shows when one was edited.
 *
 * <p>Not thread-safe: one process releases at a time.
 */
public final class ReleasedSchemas {

  private static final Pattern VERSION_FILE = Pattern.compile("v([1-9][0-9]*)\\.avsc");
  private static final String CHECKSUMS = "SHA256SUMS";

  private final Path folder;

  public ReleasedSchemas(Path folder) {
    this.folder = folder;
  }

  /** The released schemas of a subject by version; empty if it was never released. */
  public SortedMap<Integer, Schema> of(String subject) throws IOException {
    SortedMap<Integer, Schema> versions = new TreeMap<>();
    for (Path file : files(folder.resolve(subject))) {
      Matcher name = VERSION_FILE.matcher(file.getFileName().toString());
      if (name.matches()) {
        versions.put(Integer.valueOf(name.group(1)), parse(file));
      }
    }
    return versions;
  }

  /**
   * Freezes schemas as the next version of their subjects. A schema that equals the last version is
   * left alone. Nothing is written where anything is thrown.
   *
   * @return the files written, in the order of the subjects
   * @throws EditedReleaseException if a released file was edited, added or removed
   * @throws IncompatibleSchemaException if a schema breaks a released version
   */
  public List<Path> release(SortedMap<String, Schema> schemas) throws IOException {
    List<String> edited = edited();
    if (!edited.isEmpty()) {
      // Else the new checksums would make the edited files pass for released ones.
      throw new EditedReleaseException(edited);
    }
    List<Violation> violations = check(schemas);
    if (!violations.isEmpty()) {
      throw new IncompatibleSchemaException(violations);
    }
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
      Map.@Nullable Entry<Integer, Schema> last = lastEntry(of(entry.getKey()));
      if (last == null || !isSame(last.getValue(), entry.getValue())) {
        int next = last == null ? 1 : last.getKey() + 1;
        Path file = folder.resolve(entry.getKey()).resolve("v" + next + ".avsc");
        Files.createDirectories(folder.resolve(entry.getKey()));
        Files.writeString(file, entry.getValue().toString(true) + "\n");
        written.add(file);
      }
    }
    Files.write(folder.resolve(CHECKSUMS), checksums());
    return List.copyOf(written);
  }

  /** All violations of the schemas against their released versions. */
  public List<Violation> check(SortedMap<String, Schema> schemas) throws IOException {
    List<Violation> violations = new ArrayList<>();
    for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
      violations.addAll(Compatibility.check(entry.getKey(), entry.getValue(), of(entry.getKey())));
    }
    return violations;
  }

  /** One sentence for each released file that was edited, added or removed since its release. */
  public List<String> edited() throws IOException {
    Path list = folder.resolve(CHECKSUMS);
    List<String> recorded = Files.exists(list) ? Files.readAllLines(list) : List.of();
    List<String> actual = checksums();
    List<String> complaints = new ArrayList<>();
    List<String> listed = recorded.stream().map(ReleasedSchemas::fileOf).toList();
    actual.stream()
        .filter(line -> !recorded.contains(line))
        .map(ReleasedSchemas::fileOf)
        .forEach(file -> complaints.add(listed.contains(file) ? edited(file) : added(file)));
    List<String> present = actual.stream().map(ReleasedSchemas::fileOf).toList();
    listed.stream()
        .filter(file -> !present.contains(file))
        .forEach(file -> complaints.add("released file " + file + " is gone: restore it"));
    return List.copyOf(complaints);
  }

  private static String edited(String file) {
    return "released file " + file + " is not as it was released: restore it";
  }

  private static String added(String file) {
    return "file "
        + file
        + " is not in "
        + CHECKSUMS
        + ", so it was added by hand or a release was interrupted: remove it, and release with"
        + " wfx schemas release";
  }

  private static Map.@Nullable Entry<Integer, Schema> lastEntry(
      SortedMap<Integer, Schema> versions) {
    return new TreeMap<>(versions).lastEntry();
  }

  private static boolean isSame(Schema one, Schema other) {
    return one.toString().equals(other.toString());
  }

  private static String fileOf(String line) {
    return line.substring(line.indexOf("  ") + 2);
  }

  private List<String> checksums() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path subject : files(folder)) {
      for (Path file : files(subject)) {
        lines.add(sha256(file) + "  " + subject.getFileName() + "/" + file.getFileName());
      }
    }
    return lines;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Schema parse(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] text = Files.readString(file).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
