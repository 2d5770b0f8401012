package dev.workflowexecutor.gateway.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Workflow Executor")
                .version("v1")
                .description(
                    "People's problems, written in their own words, become audited backend"
                        + " actions. Submit a problem, follow its ticket, see the outcomes. All"
                        + " errors are problem documents (RFC 9457).")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }
}
