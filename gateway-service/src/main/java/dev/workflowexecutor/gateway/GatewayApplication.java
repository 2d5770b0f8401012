package dev.workflowexecutor.gateway;

import dev.workflowexecutor.gateway.kafka.ProcessEnd;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway: takes problems over HTTP and shows what became of them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Starts the gateway on its own. */
  public static void main(String[] arguments) {
    application().listeners(ProcessEnd.afterLateRefusal()).run(arguments);
  }

  /** The gateway as an application to be configured further and run; its keys: gateway-service. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .properties("spring.config.name=gateway-service")
        .bannerMode(Banner.Mode.OFF);
  }
}
