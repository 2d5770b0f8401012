package dev.workflowexecutor.executor.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a header as configured: text with references to secrets, {@code ${env:NAME}} or
 * {@code ${file:PATH}}.
 *
 * <p>References are resolved at each call, so a rotated secret needs no restart. Never printed.
 */
final class HeaderValue {

  // Spring takes ${...} for its own placeholders; config.SecretReferences turns them into @{...}.
  private static final Pattern REFERENCE = Pattern.compile("[$@]\\{(env|file):([^}]+)}");

  private final String template;

  private HeaderValue(String template) {
    this.template = template;
  }

  static HeaderValue of(String template) {
    return new HeaderValue(template);
  }

  /**
   * The value with its secrets.
   *
   * @throws UnresolvedSecretException if a secret isn't there; names the reference only
   */
  String resolve(Function<String, Optional<String>> environment) {
    return REFERENCE
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(secret(found.group(1), found.group(2), environment)));
  }

  private static String secret(
      String kind, String name, Function<String, Optional<String>> environment) {
    return kind.equals("env")
        ? environment.apply(name).orElseThrow(() -> new UnresolvedSecretException("env:" + name))
        : file(name);
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new UnresolvedSecretException("file:" + path, e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
