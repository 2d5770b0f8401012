package dev.workflowexecutor.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text files of a pack in memory.
 *
 * @param files name relative to the pack, with '/' between folders, to content
 */
public record PackFiles(SortedMap<String, String> files) {

  public PackFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The same files in whatever order they come. */
  public static PackFiles of(Map<String, String> files) {
    return new PackFiles(new TreeMap<>(files));
  }

  /** Hex SHA-256 over names and contents, each with its length before it, in the order of names. */
  public String hash() {
    MessageDigest digest = sha256();
    files.forEach(
        (name, content) -> {
          update(digest, name);
          update(digest, content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
