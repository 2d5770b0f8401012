package dev.workflowexecutor.benchmarks.bare;

import dev.workflowexecutor.benchmarks.load.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A pipeline that only copies bytes, over as many hops of the same kind as the platform makes.
 *
 * <p>It has no state, no serde, no HTTP: what the platform adds to it is what is measured.
 */
public final class BarePipeline implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Hops hops;
  private final List<KafkaStreams> streams;
  private final Optional<CopyLoop> worker;

  private BarePipeline(Hops hops, List<KafkaStreams> streams, Optional<CopyLoop> worker) {
    this.hops = hops;
    this.streams = streams;
    this.worker = worker;
  }

  /** Creates the topics, starts the applications and waits until they run. */
  public static BarePipeline start(
      String bootstrapServers, Hops hops, int partitions, StreamSettings settings, Path state)
      throws InterruptedException {
    createTopics(bootstrapServers, hops, partitions);
    String name = hops.topic("copy");
    var properties = settings.of(bootstrapServers, state);
    List<KafkaStreams> streams =
        List.of(
            CopyStreams.start(name + "-decide", hops.decide(), properties),
            CopyStreams.start(name + "-advance", hops.advance(), properties));
    Optional<CopyLoop> worker =
        hops.callsTool()
            ? Optional.of(
                new CopyLoop(
                    bootstrapServers, name + "-worker", hops.topic("calls"), hops.topic("replies")))
            : Optional.empty();
    BarePipeline pipeline = new BarePipeline(hops, streams, worker);
    pipeline.awaitRunning();
    return pipeline;
  }

  /** The way from its first topic to its last. */
  public Route route() {
    return new Route("bare pipeline", hops.input(), hops.output());
  }

  private void awaitRunning() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!streams.stream().allMatch(s -> s.state() == KafkaStreams.State.RUNNING)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the bare pipeline isn't running after " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void createTopics(String bootstrapServers, Hops hops, int partitions)
      throws InterruptedException {
    Map<String, Object> config =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(config)) {
      List<NewTopic> topics =
          hops.topics().stream().map(name -> new NewTopic(name, partitions, (short) 1)).toList();
      admin.createTopics(topics).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("can't create the topics of the bare pipeline", e);
    }
  }

  @Override
  public void close() {
    worker.ifPresent(CopyLoop::close);
    streams.forEach(s -> s.close(PATIENCE));
  }
}
