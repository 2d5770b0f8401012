package dev.workflowexecutor.executor.tool;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where a tool lives and what it wants to see.
 *
 * @param url an absolute http or https URL
 * @param method GET and DELETE carry the input as query parameters, the others as JSON body
 * @param headers headers of every call
 * @param concurrency how many calls may be under way at once, where it isn't the default
 */
record Binding(URI url, String method, Map<String, HeaderValue> headers, OptionalInt concurrency) {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  Binding {
    method = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("expected a method of " + METHODS + ", found " + method);
    }
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("expected an absolute http(s) URL, found " + url);
    }
    if (concurrency.isPresent() && concurrency.getAsInt() < 1) {
      throw new IllegalArgumentException("expected a concurrency from 1, found " + concurrency);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static Binding to(URI url) {
    return new Binding(url, "POST", Map.of(), OptionalInt.empty());
  }

  boolean hasBody() {
    return !method.equals("GET") && !method.equals("DELETE");
  }
}
