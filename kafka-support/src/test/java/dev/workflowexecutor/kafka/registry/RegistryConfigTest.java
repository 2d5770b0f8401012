package dev.workflowexecutor.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {

  @Test
  void waitsLessThanAConsumerMayByDefault() {
    RegistryConfig config = RegistryConfig.of(Map.of(RegistryConfig.URL, "http://localhost:8081"));

    assertThat(config.retryTimeout()).isEqualTo(Duration.ofMinutes(4));
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.authorization()).isEmpty();
  }

  @Test
  void takesSeveralUrlsAsTextOrAsAList() {
    var wanted = List.of(URI.create("http://a:1"), URI.create("https://b/path"));

    assertThat(RegistryConfig.of(Map.of(RegistryConfig.URL, "http://a:1,https://b/path/")).urls())
        .isEqualTo(wanted);
    assertThat(
            RegistryConfig.of(Map.of(RegistryConfig.URL, List.of("http://a:1", "https://b/path")))
                .urls())
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8081", "ftp://a", "mock://a,http://b", "http://a b"})
  void refusesUrlsThatAreNone(String url) {
    assertThatThrownBy(() -> RegistryConfig.of(Map.of(RegistryConfig.URL, url)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(RegistryConfig.URL);
  }

  @Test
  void doesNotPrintTheCredentialsOfUrlsThatItRefuses() {
    for (String url :
        List.of(
            "mock://x,http://u:secret@h",
            "http://u:secret@a b",
            "ftp://u:secret@h",
            "u:secret@h",
            "http://u:secret@h,http://")) {
      assertThatThrownBy(() -> RegistryConfig.of(Map.of(RegistryConfig.URL, url)))
          .as(url)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(RegistryConfig.URL)
          .hasMessageContaining("(not shown)")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void refusesAMissingUrl() {
    assertThatThrownBy(() -> RegistryConfig.of(Map.of())).isInstanceOf(ConfigException.class);
  }

  @Test
  void refusesCredentialsFromASourceThatItDoesNotKnow() {
    assertThatThrownBy(
            () ->
                RegistryConfig.of(
                    Map.of(
                        RegistryConfig.URL,
                        "http://a",
                        RegistryConfig.CREDENTIALS_SOURCE,
                        "SASL_INHERIT")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("SASL_INHERIT");
  }

  @Test
  void refusesUserInfoThatIsMissing() {
    assertThatThrownBy(
            () ->
                RegistryConfig.of(
                    Map.of(
                        RegistryConfig.URL,
                        "http://a",
                        RegistryConfig.CREDENTIALS_SOURCE,
                        "USER_INFO")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(RegistryConfig.USER_INFO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "soon"})
  void refusesTimesThatAreNone(String time) {
    assertThatThrownBy(
            () ->
                RegistryConfig.of(
                    Map.of(RegistryConfig.URL, "http://a", RegistryConfig.RETRY_TIMEOUT, time)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(RegistryConfig.RETRY_TIMEOUT);
  }

  @Test
  void doesNotPrintCredentials() {
    RegistryConfig config = RegistryConfig.of(Map.of(RegistryConfig.URL, "http://u:secret@a:1"));

    assertThat(config.toString()).isEqualTo("http://a:1");
  }
}
