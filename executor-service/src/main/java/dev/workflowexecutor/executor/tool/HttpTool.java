package dev.workflowexecutor.executor.tool;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** One attempt to call a tool over HTTP/1.1, from the request to what its answer means. */
final class HttpTool implements AutoCloseable {

  /** The JDK's own timeout says more than ours, so it gets the chance to fire first. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final HttpClient client;
  private final BodyHandler<byte[]> body;

  HttpTool(ToolLimits limits) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connectTimeout())
            .build();
    this.body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.responseBytes());
  }

  /** Makes one attempt; takes no longer than the tool's timeout and a little. */
  Attempt attempt(ToolRequest call, HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, body);
    Duration timeout = call.tool().timeout();
    try {
      // The request's timeout ends with the headers; a body that drips is cut off here.
      return ToolAnswer.read(
          call.tool(), response.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return timedOut(timeout);
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), timeout);
    } finally {
      response.cancel(true);
    }
  }

  private static Attempt failed(Throwable cause, Duration timeout) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> new Attempt.NotSent("no connection within its time");
      case HttpTimeoutException _ -> timedOut(timeout);
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          new Attempt.NotSent("its host is unknown");
      case ConnectException _ -> new Attempt.NotSent("connection refused");
      case UnknownHostException _ -> new Attempt.NotSent("its host is unknown");
      case SSLHandshakeException _ -> new Attempt.NotSent("TLS handshake failed");
      case IOException e when isTooLarge(e) -> new Attempt.Misfit("the answer is too large");
      case IOException e ->
          new Attempt.Unclear("the connection broke: " + e.getClass().getSimpleName());
      default -> new Attempt.Unclear("the call broke: " + cause.getClass().getSimpleName());
    };
  }

  private static Attempt timedOut(Duration timeout) {
    return new Attempt.Unclear("no answer within " + timeout.toMillis() + " ms");
  }

  private static boolean isTooLarge(IOException e) {
    String message = e.getMessage();
    return message != null && message.contains("body exceeds capacity");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
