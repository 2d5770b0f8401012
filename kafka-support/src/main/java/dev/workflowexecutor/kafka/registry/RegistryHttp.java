package dev.workflowexecutor.kafka.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a registry over HTTP: every base URL in turn, then again after a pause, until one
 * answers or the time for retries is over.
 *
 * <p>Retried are connection faults, timeouts, 408, 429, 5xx, and whatever doesn't look like a
 * registry's answer: a 404 without an error code comes from a proxy or a registry that is still
 * starting, and says nothing about a schema.
 */
final class RegistryHttp {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper JSON = new JsonMapper();

  private final RegistryConfig config;
  private final HttpClient client;
  private volatile int preferred;

  RegistryHttp(RegistryConfig config) {
    this.config = config;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.requestTimeout());
    config.tls().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  RegistryAnswer get(String path) {
    return send("GET", path, null);
  }

  RegistryAnswer send(String method, String path, @Nullable JsonNode body) {
    long end = System.nanoTime() + config.retryTimeout().toNanos();
    for (int failures = 1; ; failures++) {
      try {
        return round(method, path, body);
      } catch (IOException e) {
        Duration pause = config.backoff().pauseAfter(failures);
        if (System.nanoTime() + pause.toNanos() >= end) {
          throw unavailable(method + " " + path + " failed " + failures + " times", e);
        }
        if (failures == 1) {
          LOG.warn("registry {} doesn't answer, retrying: {}", config, e.toString());
        }
        pause(pause, e);
      }
    }
  }

  private RegistryAnswer round(String method, String path, @Nullable JsonNode body)
      throws IOException {
    List<URI> urls = config.urls();
    int first = preferred;
    IOException last = null;
    for (int i = 0; i < urls.size(); i++) {
      int index = (first + i) % urls.size();
      try {
        RegistryAnswer answer = exchange(request(urls.get(index), method, path, body));
        preferred = index;
        return answer;
      } catch (IOException e) {
        if (last != null) {
          e.addSuppressed(last);
        }
        last = e;
      }
    }
    throw last == null ? new IOException("no base URL") : last;
  }

  private HttpRequest request(URI base, String method, String path, @Nullable JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(config.requestTimeout())
            .header("Accept", MEDIA_TYPE + ", application/json")
            .header("Content-Type", MEDIA_TYPE)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    config.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private RegistryAnswer exchange(HttpRequest request) throws IOException {
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while waiting for its answer", e);
    }
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw new RegistryRefusedException(
          request.uri() + " answered " + status + ": check " + RegistryConfig.USER_INFO, status);
    }
    if (status == 408 || status == 429 || status >= 500 || status < 200) {
      throw new IOException(request.uri() + " answered " + status);
    }
    return answer(request.uri(), status, response.body());
  }

  private static RegistryAnswer answer(URI uri, int status, byte[] body) throws IOException {
    try {
      JsonNode json = JSON.readTree(body);
      int errorCode = json.path("error_code").asInt(0);
      if (status >= 200 && status < 300) {
        return new RegistryAnswer(status, 0, json);
      }
      if (status >= 400 && (status != 404 || RegistryAnswer.isMissing(errorCode))) {
        return new RegistryAnswer(status, errorCode == 0 ? status : errorCode, json);
      }
    } catch (JacksonException e) {
      throw new IOException(uri + " answered " + status + " without JSON", e);
    }
    throw new IOException(uri + " answered " + status + ", but not as a schema registry does");
  }

  private void pause(Duration pause, IOException cause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while waiting to retry", cause);
    }
  }

  private RegistryUnavailableException unavailable(String what, Exception cause) {
    return new RegistryUnavailableException("Registry " + config + ": " + what, cause);
  }
}
