package dev.workflowexecutor.executor;

import dev.workflowexecutor.executor.config.ExecutorConfiguration;
import dev.workflowexecutor.executor.config.SecretReferences;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The executor: the engine that carries out decisions, and the workers that call tools.
 *
 * <p>Either part can be switched off, so that tool workers can be deployed on their own: {@code
 * workflow.executor.engine.enabled}, {@code workflow.executor.worker.enabled}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ExecutorConfiguration.class)
public class ExecutorApplication {

  /** The application, not started yet; its defaults are in {@code executor-service.yaml}. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ExecutorApplication.class)
        .properties("spring.config.name=executor-service")
        .bannerMode(Banner.Mode.OFF)
        .initializers(new SecretReferences());
  }

  /** Runs the service until it is told to end. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
