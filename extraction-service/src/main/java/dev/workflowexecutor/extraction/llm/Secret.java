package dev.workflowexecutor.extraction.llm;

import dev.workflowexecutor.extraction.intent.ReaderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A credential by reference: {@code ${env:NAME}} or {@code ${file:PATH}}. Resolved when it is used,
 * never printed.
 */
public final class Secret {

  // Spring takes ${...} for its own placeholders; config.SecretReferences turns them into @{...}.
  private static final Pattern REFERENCE = Pattern.compile("[$@]\\{(env|file):([^}]+)}");

  private final String kind;
  private final String name;
  private final Function<String, @Nullable String> environment;

  private Secret(String kind, String name, Function<String, @Nullable String> environment) {
    this.kind = kind;
    this.name = name;
    this.environment = environment;
  }

  /**
   * The secret that a reference names.
   *
   * @throws IllegalArgumentException if it is no reference: a credential in plain text is refused,
   *     and isn't repeated in the message
   */
  public static Secret at(String reference, Function<String, @Nullable String> environment) {
    Matcher matcher = REFERENCE.matcher(reference.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a reference like ${env:NAME} or ${file:PATH}, found something else");
    }
    return new Secret(matcher.group(1), matcher.group(2), environment);
  }

  String value() {
    if (kind.equals("file")) {
      return file();
    }
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new ReaderException("expected the environment variable " + name + ", found nothing");
    }
    return value;
  }

  private String file() {
    try {
      return Files.readString(Path.of(name)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new ReaderException("expected a secret in the file " + name, e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
