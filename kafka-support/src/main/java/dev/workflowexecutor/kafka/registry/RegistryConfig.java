package dev.workflowexecutor.kafka.registry;

import dev.workflowexecutor.kafka.retry.Backoff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach a registry, read from a Kafka client's configuration.
 *
 * @param urls base URLs without user information, tried in turn; empty for a mock
 * @param mockScope the scope of {@code mock://scope}
 * @param authorization the value of the Authorization header
 * @param tls whom to trust; empty for whom the JVM does
 * @param requestTimeout the time that one request may take
 * @param retryTimeout the time after which a failing operation is given up
 * @param backoff the pauses between rounds over all URLs
 */
record RegistryConfig(
    List<URI> urls,
    Optional<String> mockScope,
    Optional<String> authorization,
    Optional<SSLContext> tls,
    Duration requestTimeout,
    Duration retryTimeout,
    Backoff backoff) {

  static final String URL = "schema.registry.url";
  static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
  static final String USER_INFO = "basic.auth.user.info";
  static final String REQUEST_TIMEOUT = "schema.registry.request.timeout.ms";
  static final String RETRY_TIMEOUT = SchemaRegistry.RETRY_TIMEOUT;
  static final String RETRY_BACKOFF = "schema.registry.retry.backoff.ms";
  static final String RETRY_BACKOFF_MAX = "schema.registry.retry.backoff.max.ms";

  private static final String MOCK = "mock://";
  private static final long DEFAULT_REQUEST_TIMEOUT = 5_000;
  // Less than the default max.poll.interval.ms of 300 s: the consumer that waits keeps its
  // partitions.
  private static final long DEFAULT_RETRY_TIMEOUT = 240_000;
  private static final long DEFAULT_BACKOFF = 100;
  private static final long DEFAULT_BACKOFF_MAX = 2_000;

  RegistryConfig {
    urls = List.copyOf(urls);
    if (urls.isEmpty() == mockScope.isEmpty()) {
      throw new ConfigException(URL, urls, "expected either base URLs or one mock://scope");
    }
  }

  static RegistryConfig of(Map<String, ?> config) {
    List<String> named = urls(config);
    List<String> mocks = named.stream().filter(url -> url.startsWith(MOCK)).toList();
    if (!mocks.isEmpty() && named.size() > 1) {
      throw new ConfigException(URL, "(not shown)", "a mock:// registry can't be one of several");
    }
    List<URI> uris = mocks.isEmpty() ? named.stream().map(RegistryConfig::uri).toList() : List.of();
    return new RegistryConfig(
        uris.stream().map(RegistryConfig::withoutUserInfo).toList(),
        mocks.stream().findFirst().map(url -> url.substring(MOCK.length())),
        authorization(config, uris),
        RegistryTls.of(config),
        millis(config, REQUEST_TIMEOUT, DEFAULT_REQUEST_TIMEOUT),
        millis(config, RETRY_TIMEOUT, DEFAULT_RETRY_TIMEOUT),
        new Backoff(
            millis(config, RETRY_BACKOFF, DEFAULT_BACKOFF),
            millis(config, RETRY_BACKOFF_MAX, DEFAULT_BACKOFF_MAX)));
  }

  private static List<String> urls(Map<String, ?> config) {
    Object value = config.get(URL);
    if (value == null) {
      throw new ConfigException("Missing " + URL + ": expected the registry's base URL");
    }
    String joined =
        value instanceof List<?> list
            ? String.join(",", list.stream().map(String::valueOf).toList())
            : value.toString();
    return Arrays.stream(joined.split(",")).map(String::strip).filter(u -> !u.isEmpty()).toList();
  }

  private static URI uri(String url) {
    try {
      URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URL, "(not shown)", "not a URL");
    }
    throw new ConfigException(URL, "(not shown)", "expected http://host, https://host or mock://");
  }

  private static URI withoutUserInfo(URI uri) {
    String authority = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    return URI.create(uri.getScheme() + "://" + authority + uri.getRawPath());
  }

  private static Optional<String> authorization(Map<String, ?> config, List<URI> uris) {
    Object source = config.get(CREDENTIALS_SOURCE);
    String named = source == null || source.toString().isBlank() ? "URL" : source.toString();
    return switch (named) {
      case "URL" ->
          uris.stream()
              .flatMap(uri -> Optional.ofNullable(uri.getUserInfo()).stream())
              .findFirst()
              .map(RegistryConfig::basic);
      case "USER_INFO" -> {
        Object userInfo = config.get(USER_INFO);
        if (userInfo == null || !userInfo.toString().contains(":")) {
          throw new ConfigException("Expected user:password in " + USER_INFO);
        }
        yield Optional.of(basic(userInfo.toString()));
      }
      default -> throw new ConfigException(CREDENTIALS_SOURCE, named, "expected URL or USER_INFO");
    };
  }

  private static String basic(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static Duration millis(Map<String, ?> config, String key, long otherwise) {
    Object value = config.get(key);
    try {
      long millis = value == null ? otherwise : Long.parseLong(value.toString().strip());
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(key, value, "expected milliseconds");
    }
    throw new ConfigException(key, value, "expected milliseconds, more than 0");
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return mockScope
        .map(scope -> MOCK + scope)
        .orElseGet(() -> String.join(",", urls.stream().map(URI::toString).toList()));
  }
}
