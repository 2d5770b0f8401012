package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.ticket.ReadModelProbe;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Whether Kafka answers, the results come in, and the read model answers and is written. */
@Configuration(proxyBeanMethods = false)
class GatewayHealth {

  @Bean
  HealthIndicator feedHealthIndicator(Followers followers) {
    return () -> upIf(followers.isFeedFollowing());
  }

  @Bean
  HealthIndicator projectorHealthIndicator(Followers followers) {
    return () -> upIf(followers.isProjectorFollowing());
  }

  @Bean
  HealthIndicator readModelHealthIndicator(ReadModelProbe probe) {
    return () -> upIf(probe.answers());
  }

  @Bean
  HealthIndicator kafkaHealthIndicator(Cluster cluster) {
    return cluster::health;
  }

  private static Health upIf(boolean up) {
    return (up ? Health.up() : Health.down()).build();
  }

  /** The Kafka cluster, asked for its id by one client that stays open. */
  @Component
  static final class Cluster implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 3;

    private final KafkaAdmin config;
    private @Nullable Admin admin;

    Cluster(KafkaAdmin config) {
      this.config = config;
    }

    Health health() {
      try {
        String id = admin().describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return Health.up().withDetail("clusterId", id).build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Health.down(e).build();
      } catch (Exception e) {
        return Health.down(e).build();
      }
    }

    private synchronized Admin admin() {
      if (admin == null) {
        admin = Admin.create(config.getConfigurationProperties());
      }
      return admin;
    }

    @Override
    public synchronized void close() {
      if (admin != null) {
        admin.close();
      }
    }
  }
}
