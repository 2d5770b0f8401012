package dev.workflowexecutor.gateway.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

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

  /** What every path may answer besides what is said there. */
  @Bean
  OpenApiCustomizer problemsOfAllPaths() {
    return api ->
        api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .forEach(
                operation ->
                    operation
                        .getResponses()
                        .addApiResponse(
                            "406", problem("The Accept header allows nothing that is served."))
                        .addApiResponse(
                            "default", problem("Anything else that goes wrong, as 405 or 500.")));
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    new io.swagger.v3.oas.models.media.MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }
}
