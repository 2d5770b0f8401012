package dev.workflowexecutor.executor.tool;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the HTTP request for a call from the tool's binding. */
final class Endpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** RFC 9110, 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** RFC 9110, 5.5: what every server reads alike. Of other characters it is anybody's guess. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /** What frames the message is the client's to say. */
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final Function<String, Optional<String>> environment;

  /**
   * An endpoint that resolves secrets.
   *
   * @param environment gives environment variables by name
   */
  Endpoint(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /**
   * The request, with its secrets.
   *
   * @throws UnresolvedSecretException if a secret isn't there
   * @throws IllegalArgumentException if a header can't be sent; names it without its value
   */
  HttpCall request(ToolRequest request, Binding binding) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    binding.headers().forEach((name, value) -> headers.put(name, resolved(name, value)));
    Optional<String> body = Optional.empty();
    if (binding.hasBody()) {
      headers.put("Content-Type", "application/json");
      body = Optional.of(request.input());
    }
    headers.put("Accept", "application/json, application/problem+json");
    headers.put("Idempotency-Key", request.callId());
    request.traceparent().ifPresent(trace -> headers.put("traceparent", trace));
    return new HttpCall(binding.method(), url(request, binding), headers, body);
  }

  /** A text in which the secrets of a binding are blotted out, should a tool repeat them. */
  String withoutSecrets(String text, HttpCall call, Binding binding) {
    String clean = text;
    for (String name : binding.headers().keySet()) {
      clean = blotOut(clean, call.headers().getOrDefault(name, ""));
    }
    return clean;
  }

  private static String blotOut(String text, String value) {
    String credential = value.substring(value.lastIndexOf(' ') + 1);
    return credential.length() < 6 ? text : text.replace(credential, "***");
  }

  /** Never quotes the value, which may be a secret. */
  private String resolved(String name, HeaderValue value) {
    String resolved = value.resolve(environment);
    if (!TOKEN.matcher(name).matches()) {
      throw unsendable(name, "expected letters, digits and -_.!#$%&'*+^`|~ in its name");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw unsendable(name, "the client itself says what belongs there, take it out");
    }
    if (!VALUE.matcher(resolved).matches()) {
      throw unsendable(name, "expected visible ASCII characters, spaces and tabs in its value");
    }
    return resolved;
  }

  private static IllegalArgumentException unsendable(String name, String expected) {
    return new IllegalArgumentException("header " + name + " can't be sent: " + expected);
  }

  private static URI url(ToolRequest request, Binding binding) {
    if (binding.hasBody()) {
      return binding.url();
    }
    String query =
        JSON.readTree(request.input()).properties().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? binding.url() : URI.create(extended(binding.url(), query));
  }

  private static String extended(URI url, String query) {
    return url + (url.getRawQuery() == null ? "?" : "&") + query;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
