package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.config.GatewayProperties;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Runs the feed and the projector, from before the web server starts until after it has ended. */
@Component
final class Followers implements SmartLifecycle, ServiceReadiness {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final List<String> RESULTS = List.of(Topic.EXECUTIONS_RESULTS.topicName());
  private static final List<String> BOTH =
      List.of(Topic.PROBLEMS_RAW.topicName(), Topic.EXECUTIONS_RESULTS.topicName());

  /**
   * The read model may come a little later, as what is recent is known without it; a transaction
   * for each handful of records would cost more than the records themselves.
   */
  private static final Map<String, String> IN_BATCHES =
      Map.of("auto.offset.reset", "none", "fetch.min.bytes", "65536", "fetch.max.wait.ms", "100");

  private final TopicFollower feed;
  private final TopicFollower projector;
  private volatile boolean running;

  Followers(
      ConsumerFactory<byte[], byte[]> consumers,
      GatewayContracts contracts,
      GatewayTopics topics,
      ResultFeed feed,
      Projector projector,
      GatewayProperties properties,
      MeterRegistry meters) {
    Backoff backoff = new Backoff(FIRST_PAUSE, properties.maxBackoff());
    Runnable required =
        () -> {
          contracts.require();
          topics.require();
        };
    this.feed =
        new TopicFollower(
            "gateway-feed",
            opened(consumers, required, "feed", Map.of("auto.offset.reset", "latest")),
            RESULTS,
            feed,
            backoff);
    this.projector =
        new TopicFollower(
            "gateway-projector",
            opened(consumers, required, "projector", IN_BATCHES),
            BOTH,
            projector,
            backoff);
    gauge("workflow.gateway.feed.following", this.feed, meters);
    gauge("workflow.gateway.projector.following", this.projector, meters);
  }

  private static Supplier<Consumer<byte[], byte[]>> opened(
      ConsumerFactory<byte[], byte[]> consumers,
      Runnable required,
      String name,
      Map<String, String> settings) {
    Properties own = new Properties();
    own.putAll(settings);
    own.setProperty("enable.auto.commit", "false");
    // The decoder reads values with the configured class, and keeps going where it can't.
    own.setProperty("value.deserializer", ByteArrayDeserializer.class.getName());
    return () -> {
      required.run();
      return consumers.createConsumer(null, "gateway-", name, own);
    };
  }

  private static void gauge(String name, TopicFollower follower, MeterRegistry meters) {
    Gauge.builder(name, follower, f -> f.isFollowing() ? 1 : 0)
        .description("1 while it reads on, 0 while it pauses after a fault")
        .register(meters);
  }

  @Override
  public void start() {
    feed.start();
    projector.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    feed.close();
    projector.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public String name() {
    return "gateway-service";
  }

  @Override
  public boolean isReady() {
    return isFeedFollowing() && isProjectorFollowing();
  }

  boolean isFeedFollowing() {
    return feed.isFollowing();
  }

  boolean isProjectorFollowing() {
    return projector.isFollowing();
  }
}
