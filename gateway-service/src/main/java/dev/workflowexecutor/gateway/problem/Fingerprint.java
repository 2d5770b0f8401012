package dev.workflowexecutor.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * A digest of what a problem says, to tell a repeated submission from another one.
 *
 * @param value 64 hexadecimal digits (SHA-256)
 */
public record Fingerprint(String value) {

  static Fingerprint of(String ticketId, String text, SortedMap<String, String> attributes) {
    MessageDigest digest = sha256();
    add(digest, ticketId);
    add(digest, text);
    attributes.forEach(
        (name, value) -> {
          add(digest, name);
          add(digest, value);
        });
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  /** Each part goes in with its length, so that no two lists of parts look alike. */
  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
