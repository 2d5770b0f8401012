package dev.workflowexecutor.executor.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingsTest {

  @Test
  void callsAToolWithoutBindingUnderTheBaseUrl() {
    assertThat(url(Bindings.of(Map.of(), URI.create("http://tools:9090/api"))))
        .hasValue("http://tools:9090/api/network.findOutage");
    assertThat(url(Bindings.of(Map.of(), URI.create("http://tools:9090/"))))
        .hasValue("http://tools:9090/network.findOutage");
    assertThat(url(Bindings.of(Map.of(), null))).isEmpty();
  }

  @Test
  void findsABindingWithoutRegardToCase() {
    assertThat(url(Bindings.of(Map.of("network.findoutage.url", "https://noc/outages"), null)))
        .hasValue("https://noc/outages");
  }

  @Test
  void readsMethodHeadersAndConcurrency() {
    Binding binding =
        Bindings.of(
                Map.of(
                    "a.b.url", "https://noc",
                    "a.b.method", "put",
                    "a.b.concurrency", "3",
                    "a.b.headers.X-Api.Key", "key"),
                null)
            .find("a.b")
            .orElseThrow();

    assertThat(binding.method()).isEqualTo("PUT");
    assertThat(binding.concurrency()).hasValue(3);
    assertThat(binding.headers()).containsOnlyKeys("X-Api.Key");
    assertThat(binding.toString()).doesNotContain("key\"").contains("***");
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.uri, http://noc, expected <tool>.url",
    "url, http://noc, expected <tool>.url",
    "a.b.url, noc, expected an absolute http(s) URL",
    "a.b.url, file:///etc/passwd, expected an absolute http(s) URL",
    "a.b.method, FETCH, expected a",
    "a.b.concurrency, 0, binding of tool a.b",
  })
  void refusesWhatItDoesNotUnderstand(String key, String value, String message) {
    assertThatThrownBy(() -> Bindings.of(Map.of(key, value), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void resolvesSecretsFromFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "from-file\n");

    assertThat(resolved("Bearer ${file:" + file + "}")).isEqualTo("Bearer from-file");
    assertThat(resolved("@{file:" + file + "}")).isEqualTo("from-file");
    assertThat(resolved("plain")).isEqualTo("plain");
    assertThatThrownBy(() -> resolved("${file:" + folder.resolve("none") + "}"))
        .isInstanceOf(UnresolvedSecretException.class);
  }

  private static String resolved(String template) {
    return HeaderValue.of(template).resolve(name -> Optional.empty());
  }

  private static Optional<String> url(Bindings bindings) {
    return bindings.find("network.findOutage").map(binding -> binding.url().toString());
  }
}
