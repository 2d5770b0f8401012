package dev.workflowexecutor.cli.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredReaderTest {

  @Test
  void isTheEmbeddedOneByDefault() {
    assertThat(ConfiguredReader.in(Map.of()).model()).isEmpty();
  }

  @Test
  void isTheModelThatTheEnvironmentNames() {
    Map<String, String> environment =
        Map.of(
            "WFX_READER", "openai",
            "WFX_OPENAI_BASE_URL", "http://127.0.0.1:1/v1",
            "WFX_OPENAI_MODEL", "small");

    assertThat(ConfiguredReader.in(environment).model())
        .hasValueSatisfying(
            model -> {
              assertThat(model.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:1/v1"));
              assertThat(model.model()).isEqualTo("small");
            });
  }

  @Test
  void refusesAReaderThatThereIsNot() {
    assertThatThrownBy(() -> ConfiguredReader.in(Map.of("WFX_READER", "oracle")))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("'oracle'");
  }
}
