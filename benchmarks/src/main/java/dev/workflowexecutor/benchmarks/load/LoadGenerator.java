package dev.workflowexecutor.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts load on a route and measures what comes out of it; used by one thread.
 *
 * <p>Every key is new, so that no record waits for another one of its ticket.
 */
public final class LoadGenerator {

  private final String bootstrapServers;
  private final Route route;
  private final Payload payload;
  private final String keys;
  private long sent;

  public LoadGenerator(String bootstrapServers, Route route, Payload payload, String keys) {
    this.bootstrapServers = bootstrapServers;
    this.route = route;
    this.payload = payload;
    this.keys = keys;
  }

  /** As fast as the route takes it, with at most so many records on their way. */
  public Figures flatOut(int inFlight, Duration ramp, Duration measured)
      throws InterruptedException {
    return run(inFlight, () -> System.nanoTime(), ramp, measured);
  }

  /** At a steady rate, whether the route keeps up or not (to a bound of a minute's load). */
  public Figures atRate(int perSecond, Duration ramp, Duration measured)
      throws InterruptedException {
    long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long start = System.nanoTime();
    long first = sent;
    return run(
        perSecond * 60,
        () -> {
          long due = start + (sent - first) * pause;
          waitUntil(due);
          return due;
        },
        ramp,
        measured);
  }

  private interface Schedule {
    /** Waits until the next record is due, and says when that was. */
    long awaitNext();
  }

  private Figures run(int window, Schedule schedule, Duration ramp, Duration measured)
      throws InterruptedException {
    Journeys journeys = new Journeys(route.name(), window);
    try (KafkaProducer<String, byte[]> producer = producer();
        Arrivals _ =
            new Arrivals(
                bootstrapServers,
                List.of(route.output()),
                (arrival, nanos) -> journeys.arrive(arrival.key(), nanos))) {
      send(producer, journeys, schedule, ramp);
      journeys.measure();
      long cpu = cpuNanos();
      long began = System.nanoTime();
      send(producer, journeys, schedule, measured);
      Latencies latencies = journeys.measured();
      Figures figures = figures(latencies, System.nanoTime() - began, cpuNanos() - cpu);
      int lost = journeys.awaitAll();
      if (lost > 0) {
        throw new IllegalStateException(route.name() + ": " + lost + " records never came out");
      }
      return figures;
    }
  }

  private void send(
      KafkaProducer<String, byte[]> producer, Journeys journeys, Schedule schedule, Duration time)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      long due = schedule.awaitNext();
      String key = keys + "-" + sent++;
      journeys.depart(key, due);
      producer.send(new ProducerRecord<>(route.input(), key, payload.of(key)));
    }
  }

  private static Figures figures(Latencies latencies, long elapsedNanos, long cpuNanos) {
    double seconds = elapsedNanos / 1e9;
    int records = latencies.size();
    return new Figures(
        records,
        records / seconds,
        latencies.millis(0.5),
        latencies.millis(0.99),
        cpuNanos / 1e6 / Math.max(records, 1) * 1_000);
  }

  private static void waitUntil(long due) {
    long left;
    while ((left = due - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            0),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
