package dev.workflowexecutor.decision.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DecisionPropertiesTest {

  private final ApplicationContextRunner settings =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @EnableConfigurationProperties({DecisionProperties.class, TopicProperties.class})
  static class Settings {}

  @Test
  void haveDefaults() {
    settings.run(
        context -> {
          assertThat(context.getBean(DecisionProperties.class))
              .isEqualTo(
                  new DecisionProperties(
                      1,
                      Duration.ofMillis(25),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(60),
                      Duration.ofMinutes(1)));
          assertThat(context.getBean(TopicProperties.class))
              .isEqualTo(new TopicProperties(true, 6, (short) 1));
        });
  }

  @Test
  void areAllMapped() {
    settings
        .withPropertyValues(
            "workflow.decision.threads=2",
            "workflow.decision.commit-interval=100ms",
            "workflow.decision.definitions-wait=1s",
            "workflow.decision.start-wait=2s",
            "workflow.decision.expiry-sweep=3s",
            "workflow.topics.create=false",
            "workflow.topics.partitions=12",
            "workflow.topics.replication=3")
        .run(
            context -> {
              assertThat(context.getBean(DecisionProperties.class))
                  .isEqualTo(
                      new DecisionProperties(
                          2,
                          Duration.ofMillis(100),
                          Duration.ofSeconds(1),
                          Duration.ofSeconds(2),
                          Duration.ofSeconds(3)));
              assertThat(context.getBean(TopicProperties.class))
                  .isEqualTo(new TopicProperties(false, 12, (short) 3));
            });
  }

  @Test
  void refuseAnUnknownKey() {
    settings
        .withPropertyValues("workflow.decision.thread=2")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void refuseWhatMakesNoSense() {
    assertThatThrownBy(() -> new TopicProperties(true, 0, (short) 1))
        .hasMessageContaining("partitions");
    settings
        .withPropertyValues("workflow.decision.threads=0")
        .run(context -> assertThat(context).hasFailed());
    settings
        .withPropertyValues("workflow.decision.commit-interval=0s")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void cannotTurnExactlyOnceOff() {
    var streams =
        StreamsSettings.of(
            Map.of("processing.guarantee", "at_least_once", "linger.ms", "5"),
            new DecisionProperties(
                1,
                Duration.ofMillis(25),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(1)),
            "target/state");

    assertThat(streams)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("application.id", "decision-service")
        .containsEntry("transaction.timeout.ms", 15_000)
        .containsEntry("linger.ms", "5");
  }
}
