package dev.workflowexecutor.decision;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The decision service as an application of its own, or as a part of another one's JVM. */
@SpringBootApplication(proxyBeanMethods = false)
public class DecisionApplication {

  /** Starts the service; ends with the JVM. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The application, configured by {@code decision-service.yaml} and the environment. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(DecisionApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .properties(Map.of("spring.config.name", "decision-service"));
  }
}
