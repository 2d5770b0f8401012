package dev.workflowexecutor.executor.tool;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The deployment's answer to where tools live: a binding per tool, and a base URL for the rest.
 *
 * <p>Immutable. Tool names are looked up without regard to case, because environment variables lose
 * it.
 */
public final class Bindings {

  private static final Pattern KEY =
      Pattern.compile(
          "(?<tool>.+?)\\.(?:(?<setting>url|method|concurrency)|headers\\.(?<header>.+))");

  private final Map<String, Binding> bindings;
  private final @Nullable URI baseUrl;

  private Bindings(Map<String, Binding> bindings, @Nullable URI baseUrl) {
    this.bindings = bindings;
    this.baseUrl = baseUrl;
  }

  /**
   * Reads bindings from flat settings.
   *
   * @param settings by {@code <tool>.url}, {@code <tool>.method}, {@code <tool>.concurrency} or
   *     {@code <tool>.headers.<name>}
   * @param baseUrl the tools without a binding are called at {@code {baseUrl}/{tool}}; null: they
   *     can't be called
   * @throws IllegalArgumentException naming the setting that isn't understood
   */
  public static Bindings of(Map<String, String> settings, @Nullable URI baseUrl) {
    Map<String, Parts> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    settings.forEach((key, value) -> Parts.add(parts, key, value));
    Map<String, Binding> bindings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    parts.forEach((tool, its) -> bindings.put(tool, its.binding(tool, baseUrl)));
    return new Bindings(bindings, baseUrl);
  }

  Optional<Binding> find(String tool) {
    return Optional.ofNullable(bindings.get(tool))
        .or(() -> Optional.ofNullable(baseUrl).map(base -> Binding.to(under(base, tool))));
  }

  private static URI under(URI base, String tool) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text : text + "/") + tool);
  }

  private record Parts(Map<String, String> settings, Map<String, HeaderValue> headers) {

    static void add(Map<String, Parts> parts, String key, String value) {
      Matcher matcher = KEY.matcher(key);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "expected <tool>.url, .method, .concurrency or .headers.<name>, found " + key);
      }
      Parts its =
          parts.computeIfAbsent(
              matcher.group("tool"), _ -> new Parts(new LinkedHashMap<>(), new LinkedHashMap<>()));
      String header = matcher.group("header");
      if (header != null) {
        its.headers.put(header, HeaderValue.of(value));
      } else {
        its.settings.put(matcher.group("setting"), value);
      }
    }

    Binding binding(String tool, @Nullable URI baseUrl) {
      try {
        return new Binding(
            url(tool, baseUrl), settings.getOrDefault("method", "POST"), headers, concurrency());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("binding of tool " + tool + ": " + e.getMessage(), e);
      }
    }

    private URI url(String tool, @Nullable URI baseUrl) {
      String url = settings.get("url");
      if (url != null) {
        return URI.create(url);
      }
      if (baseUrl == null) {
        throw new IllegalArgumentException("expected a url or a base URL, found neither");
      }
      return under(baseUrl, tool);
    }

    private OptionalInt concurrency() {
      String concurrency = settings.get("concurrency");
      return concurrency == null
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(concurrency));
    }
  }
}
