package dev.workflowexecutor.gateway;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.workflowexecutor.kafka.ServiceReadiness;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running gateway, as its clients see it. */
public final class TestGateway implements AutoCloseable {
  private final ConfigurableApplicationContext application;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  private TestGateway(ConfigurableApplicationContext application) {
    this.application = application;
    int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts a gateway that stores in the folder, without waiting until it is ready. */
  public static TestGateway start(
      String brokers, String registry, Path folder, Class<?>... configuration) {
    return run(brokers, registry, List.of("--workflow.data-dir=" + folder), configuration);
  }

  /** Starts a gateway that stores where the arguments say, and waits until it is ready. */
  public static TestGateway start(
      TestBroker broker, List<String> arguments, Class<?>... configuration) {
    TestGateway gateway = run(broker, arguments, configuration);
    gateway.awaitReady();
    return gateway;
  }

  /** Starts a gateway that stores where the arguments say, without waiting until it is ready. */
  public static TestGateway run(
      TestBroker broker, List<String> arguments, Class<?>... configuration) {
    return run(broker.addresses(), broker.registry(), arguments, configuration);
  }

  private static TestGateway run(
      String brokers, String registry, List<String> arguments, Class<?>... configuration) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--server.port=0");
    all.add("--workflow.gateway.heartbeat=300ms");
    all.add("--workflow.gateway.max-backoff=300ms");
    all.add("--spring.kafka.bootstrap-servers=" + brokers);
    all.add("--spring.kafka.properties.schema.registry.url=" + registry);
    return new TestGateway(
        GatewayApplication.application().sources(configuration).run(all.toArray(String[]::new)));
  }

  /** Starts a gateway on the broker and waits until it is ready. */
  public static TestGateway start(TestBroker broker, Path folder, Class<?>... configuration) {
    TestGateway gateway = start(broker.addresses(), broker.registry(), folder, configuration);
    gateway.awaitReady();
    return gateway;
  }

  /** Waits until problems and results are followed. */
  public void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(application.getBean(ServiceReadiness.class)::isReady);
  }

  /** Submits a problem; the headers are names and values in turn. */
  public HttpResponse<String> submit(String json, String... headers) {
    return send(
        request("/v1/problems", headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** Posts a body as it is, with these headers only. */
  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** Reads a path. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).build());
  }

  /** Follows an event stream. */
  public TestEvents follow(String path, String... headers) {
    try {
      HttpResponse<InputStream> response =
          client.send(
              request(path, headers).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      return new TestEvents(response);
    } catch (IOException e) {
      throw new AssertionError("The gateway doesn't answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A value of a JSON answer. */
  public static <T> T value(HttpResponse<String> answer, String path) {
    return JsonPath.read(answer.body(), path);
  }

  /** The number of rows in a table of the read model. */
  public long rows(String table) {
    return application
        .getBean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** The port of the gateway. */
  public int port() {
    return base.getPort();
  }

  /** A part of the gateway. */
  public <T> T part(Class<T> type) {
    return application.getBean(type);
  }

  /** Stops the gateway; its clients stay. */
  public void stop() {
    application.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(90));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The gateway doesn't answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    application.close();
  }
}
