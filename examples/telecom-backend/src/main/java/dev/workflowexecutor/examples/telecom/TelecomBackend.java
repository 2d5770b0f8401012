package dev.workflowexecutor.examples.telecom;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A telecom backend, on loopback unless told otherwise: the tools of {@code
 * workflows/telecom/tools.yaml} as {@code POST /{tool}} with a JSON body.
 *
 * <p>{@code GET /helpdesk/tickets} lists what the helpdesk has created. {@code POST /faults/{tool}}
 * with {@code {"mode": "500" | "timeout" | "garbage" | "none"}} switches a fault. Refusals are RFC
 * 9457 problem details.
 */
public final class TelecomBackend implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Faults faults;

  private TelecomBackend(HttpServer server, ExecutorService threads, Faults faults) {
    this.server = server;
    this.threads = threads;
    this.faults = faults;
  }

  /**
   * Starts a backend that keeps its tickets in memory.
   *
   * @param port the port on loopback; 0 takes a free one
   */
  public static TelecomBackend start(int port) {
    return start(port, null);
  }

  /**
   * Starts a backend.
   *
   * @param port the port on loopback; 0 takes a free one
   * @param data the folder for the helpdesk's tickets; null keeps them in memory
   */
  public static TelecomBackend start(int port, @Nullable Path data) {
    return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), data);
  }

  private static TelecomBackend start(InetSocketAddress address, @Nullable Path data) {
    Helpdesk helpdesk = new Helpdesk(data);
    Faults faults = new Faults();
    Tools tools = new Tools(Network.load(), Subscribers.load(), helpdesk);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpServer server = bind(address);
    server.setExecutor(threads);
    server.createContext("/", new Routes(tools, helpdesk, faults));
    server.start();
    return new TelecomBackend(server, threads, faults);
  }

  /** The base URI on this machine, without a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Ends the backend at once; requests that hang in a fault are let go. */
  @Override
  public void close() {
    faults.clear();
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer bind(InetSocketAddress address) {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("can't listen on " + address, e);
    }
  }

  /**
   * Runs the backend until it is told to end: {@code [--host ADDRESS] [--port PORT] [--data
   * FOLDER]}.
   */
  public static void main(String[] arguments) throws InterruptedException {
    Arguments parsed;
    try {
      parsed = Arguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    TelecomBackend backend =
        start(new InetSocketAddress(parsed.host(), parsed.port()), parsed.data());
    Runtime.getRuntime().addShutdownHook(new Thread(backend::close));
    System.out.println("ready http=" + backend.uri());
    new CountDownLatch(1).await();
  }
}
