package dev.workflowexecutor.executor.tool;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call a tool over HTTP/1.1, from the request to what its answer means.
 *
 * <p>Blocks the calling thread, meant to be a virtual one. Thread-safe.
 */
final class HttpTool implements AutoCloseable {

  private final CloseableHttpClient client;
  private final Deadlines deadlines = new Deadlines();
  private final int responseBytes;

  HttpTool(ToolLimits limits) {
    this.client = Connections.client(limits);
    this.responseBytes = Math.toIntExact(limits.responseBytes());
  }

  /** Makes one attempt; takes no longer than the tool's timeout. */
  Attempt attempt(ToolRequest call, HttpCall request) throws InterruptedException {
    Duration timeout = call.tool().timeout();
    HttpUriRequestBase sent = toSend(request);
    try (Deadlines.Deadline deadline = deadlines.in(timeout, sent::cancel)) {
      try {
        HttpAnswer answer = answer(sent);
        return answer == null
            ? new Attempt.Misfit("the answer is too large")
            : ToolAnswer.read(call.tool(), answer);
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while the tool was called");
        }
        return deadline.isOver() ? timedOut(timeout) : failed(e);
      }
    }
  }

  private static HttpUriRequestBase toSend(HttpCall call) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
    call.headers().forEach(request::setHeader);
    call.body()
        .ifPresent(body -> request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON)));
    return request;
  }

  /**
   * The answer; null if it is too large. Closing a response that isn't read ends its connection.
   */
  private @Nullable HttpAnswer answer(HttpUriRequestBase request) throws IOException {
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      byte[] body = body(response.getEntity());
      if (body.length > responseBytes) {
        request.cancel();
        return null;
      }
      Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
      return new HttpAnswer(response.getCode(), type == null ? "" : type.getValue(), body);
    }
  }

  /** At most one byte more than may be read. */
  private byte[] body(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    try (InputStream content = entity.getContent()) {
      return content.readNBytes(responseBytes + 1);
    }
  }

  private static Attempt failed(IOException cause) {
    return switch (cause) {
      case ConnectTimeoutException _ -> new Attempt.NotSent("no connection within its time");
      case ConnectException _ -> new Attempt.NotSent("connection refused");
      case UnknownHostException _ -> new Attempt.NotSent("its host is unknown");
      case SSLHandshakeException _ -> new Attempt.NotSent("TLS handshake failed");
      case SocketTimeoutException _ -> new Attempt.Unclear("the tool fell silent");
      default -> new Attempt.Unclear("the connection broke: " + cause.getClass().getSimpleName());
    };
  }

  private static Attempt timedOut(Duration timeout) {
    return new Attempt.Unclear("no answer within " + timeout.toMillis() + " ms");
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    deadlines.close();
  }
}
