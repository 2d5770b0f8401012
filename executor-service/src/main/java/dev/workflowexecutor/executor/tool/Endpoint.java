package dev.workflowexecutor.executor.tool;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the HTTP request for a call from the tool's binding. */
final class Endpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
  HttpRequest request(ToolRequest request, Binding binding) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(url(request, binding)).timeout(request.tool().timeout());
    binding.headers().forEach((name, value) -> header(builder, name, value));
    if (binding.hasBody()) {
      builder.setHeader("Content-Type", "application/json");
      builder.method(binding.method(), HttpRequest.BodyPublishers.ofString(request.input()));
    } else {
      builder.method(binding.method(), HttpRequest.BodyPublishers.noBody());
    }
    builder.setHeader("Accept", "application/json, application/problem+json");
    builder.setHeader("Idempotency-Key", request.callId());
    request.traceparent().ifPresent(trace -> builder.setHeader("traceparent", trace));
    return builder.build();
  }

  /** A text in which the secrets of a binding are blotted out, should a tool repeat them. */
  String withoutSecrets(String text, HttpRequest request, Binding binding) {
    String clean = text;
    for (String name : binding.headers().keySet()) {
      for (String value : request.headers().allValues(name)) {
        clean = blotOut(clean, value);
      }
    }
    return clean;
  }

  private static String blotOut(String text, String value) {
    String credential = value.substring(value.lastIndexOf(' ') + 1);
    return credential.length() < 6 ? text : text.replace(credential, "***");
  }

  private void header(HttpRequest.Builder builder, String name, HeaderValue value) {
    String resolved = value.resolve(environment);
    try {
      builder.header(name, resolved);
    } catch (IllegalArgumentException e) {
      // The JDK's message quotes the value.
      throw new IllegalArgumentException("header " + name + " can't be sent");
    }
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
