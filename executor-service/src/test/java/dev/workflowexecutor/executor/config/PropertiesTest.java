package dev.workflowexecutor.executor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.workflowexecutor.executor.tool.ToolLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PropertiesTest {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    ExecutorProperties.class,
    TopicProperties.class,
    ToolProperties.class
  })
  static class Bound {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withPropertyValues("spring.config.name=executor-service")
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withInitializer(new SecretReferences())
          .withUserConfiguration(Bound.class);

  @Test
  void hasDefaults() {
    runner.run(
        context -> {
          assertThat(context.getBean(ExecutorProperties.class))
              .isEqualTo(
                  new ExecutorProperties(
                      Duration.ofSeconds(60),
                      new ExecutorProperties.Engine(
                          true, Duration.ofDays(7), Duration.ofSeconds(5)),
                      new ExecutorProperties.Worker(true, 256, Duration.ofSeconds(20))));
          assertThat(context.getBean(TopicProperties.class))
              .isEqualTo(new TopicProperties(true, 6, (short) 1));
          assertThat(context.getBean(ToolProperties.class).toLimits())
              .isEqualTo(
                  new ToolLimits(
                      3,
                      Duration.ofMillis(200),
                      Duration.ofSeconds(5),
                      0.5,
                      32,
                      Duration.ofSeconds(30),
                      50,
                      20,
                      Duration.ofSeconds(10),
                      Duration.ofSeconds(2),
                      1_048_576));
          assertThat(context.getBean(ToolProperties.class).bindings()).isEmpty();
        });
  }

  @Test
  void bindsToolsWhoseNamesHaveDotsAndLeavesSecretsUnresolved() {
    runner
        .withPropertyValues(
            "workflow.tools.bindings.network.findOutage.url=http://noc/outages",
            "workflow.tools.bindings.network.findOutage.headers.Authorization=Bearer ${env:PATH}",
            "workflow.tools.bindings.network.findOutage.headers.X-Key=${file:/run/secrets/key}")
        .run(
            context ->
                assertThat(context.getBean(ToolProperties.class).bindings())
                    .containsOnly(
                        entry("network.findOutage.url", "http://noc/outages"),
                        entry("network.findOutage.headers.Authorization", "Bearer @{env:PATH}"),
                        entry("network.findOutage.headers.X-Key", "@{file:/run/secrets/key}")));
  }

  @Test
  void refusesAnAnswerThatNoArrayHolds() {
    runner
        .withPropertyValues("workflow.tools.response-size=2GB")
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(ToolProperties.class).toLimits())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected responseBytes up to 2147483631"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workflow.executor.engin.enabled=true",
        "workflow.executor.worker.threads=3",
        "workflow.tools.retry.tries=3",
        "workflow.topics.count=3"
      })
  void refusesUnknownKeys(String unknown) {
    runner.withPropertyValues(unknown).run(context -> assertThat(context).hasFailed());
  }
}
