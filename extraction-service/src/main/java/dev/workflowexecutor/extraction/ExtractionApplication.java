package dev.workflowexecutor.extraction;

import dev.workflowexecutor.extraction.config.ExtractionConfiguration;
import dev.workflowexecutor.extraction.config.SecretReferences;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The extraction: reads problems in people's own words for declared intents and facts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ExtractionConfiguration.class)
public class ExtractionApplication {

  /** The application, not started yet; its defaults are in {@code extraction-service.yaml}. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ExtractionApplication.class)
        .properties("spring.config.name=extraction-service")
        .bannerMode(Banner.Mode.OFF)
        .initializers(new SecretReferences());
  }

  /** Runs the service until it is told to end. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
