package dev.workflowexecutor.extraction.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.extraction.llm.LlmSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class ExtractionPropertiesTest {

  @Test
  void readsWithTheEmbeddedReaderByDefault() {
    ExtractionProperties properties = bind();

    assertThat(properties.primary()).isEqualTo(ExtractionProperties.Primary.EMBEDDED);
    assertThat(properties.maxInFlight()).isEqualTo(64);
    assertThat(properties.definitionsTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(properties.trainingPatience()).isEqualTo(Duration.ofSeconds(120));
    assertThat(properties.closeTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(properties.llm(System::getenv)).isEmpty();
  }

  @Test
  void namesAModelAndAReferenceToItsKey() {
    ExtractionProperties properties =
        bind(
            "workflow.extraction.primary=openai",
            "workflow.extraction.openai.base-url=http://127.0.0.1:1/v1",
            "workflow.extraction.openai.model=some-model",
            "workflow.extraction.openai.api-key=${env:SOME_KEY}",
            "workflow.extraction.openai.timeout=3s");

    LlmSettings llm = properties.llm(Map.of("SOME_KEY", "s3cret")::get).orElseThrow();

    assertThat(llm.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:1/v1"));
    assertThat(llm.model()).isEqualTo("some-model");
    assertThat(llm.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(properties.toString()).doesNotContain("s3cret").contains("{env:SOME_KEY}");
  }

  @Test
  void refusesAKeyInPlainText() {
    ExtractionProperties properties =
        bind("workflow.extraction.primary=openai", "workflow.extraction.openai.api-key=sk-1");

    assertThatThrownBy(() -> properties.llm(System::getenv))
        .hasMessageContaining("expected a reference");
  }

  @Test
  void refusesAKeyThatNobodyReads() {
    assertThatThrownBy(() -> bind("workflow.extraction.most-in-flight=3"))
        .rootCause()
        .hasMessageContaining("most-in-flight");
  }

  private static ExtractionProperties bind(String... properties) {
    String[] arguments = new String[properties.length];
    for (int i = 0; i < properties.length; i++) {
      arguments[i] = "--" + properties[i];
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Bound.class)
            .properties("spring.config.name=extraction-service")
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .initializers(new SecretReferences())
            .run(arguments)) {
      return context.getBean(ExtractionProperties.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ExtractionProperties.class)
  static class Bound {}
}
