package dev.workflowexecutor.standalone.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.standalone.configuration.Page.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where this fails, docs/operations/configuration.md lacks a row or says something else. */
class ConfigurationReferenceTest {

  private static final String EVERY_SERVICE = "Every service";
  private static final Pattern VARIABLE = Pattern.compile("\\bWFX_[A-Z_]*[A-Z]");
  private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{(WFX_[A-Z_]+):([^}]*)}");

  private final Page page = Page.read();

  @ParameterizedTest
  @EnumSource
  void tellsEveryKeyWithItsDefault(Service service) {
    List<String> missing = new ArrayList<>();
    service
        .keys()
        .forEach(
            (name, key) -> {
              if (rows(service).noneMatch(row -> isAbout(row, name, key))) {
                missing.add(key.row(name));
              }
            });

    assertThat(missing).as("rows that %s needs", service.serviceName()).isEmpty();
  }

  private Stream<Row> rows(Service service) {
    return Stream.concat(
        page.section(EVERY_SERVICE).stream(), page.section(service.serviceName()).stream());
  }

  private static boolean isAbout(Row row, String name, Key key) {
    return row.name().equals(name)
        && row.defaultValue().equals(key.defaultValue())
        && row.type().startsWith(key.type());
  }

  @ParameterizedTest
  @EnumSource
  void tellsNoKeyThatAServiceDoesNotHave(Service service) {
    Map<String, Key> keys = service.keys();

    assertThat(page.section(service.serviceName()))
        .allSatisfy(row -> assertThat(keys).containsKey(row.name()));
    assertThat(page.section(EVERY_SERVICE))
        .allSatisfy(row -> assertThat(keys).containsKey(row.name()));
  }

  @Test
  void tellsTypeUnitAndMeaningOfEachKey() {
    assertThat(page.sections().values().stream().flatMap(List::stream))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.type()).as(row.name()).isNotBlank();
              assertThat(row.meaning()).as(row.name()).hasSizeGreaterThan(10);
              if (row.type().startsWith("integer") || row.type().startsWith("number")) {
                assertThat(row.type()).as("the unit of %s", row.name()).contains(", ");
              }
            });
  }

  @Test
  void tellsTheKeysOfTheRegistryClient() throws Exception {
    Set<String> keys = new TreeSet<>();
    for (String owner : List.of("registry.RegistryConfig", "serde.SerdeConfig")) {
      keys.addAll(constants(Class.forName("dev.workflowexecutor.kafka." + owner)));
    }

    assertThat(page.section("Registry and records")).extracting(Row::name).containsAll(keys);
  }

  private static List<String> constants(Class<?> owner) throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (Field field : owner.getDeclaredFields()) {
      if (field.getType() == String.class) {
        field.setAccessible(true);
        constants.add(String.valueOf(field.get(null)));
      }
    }
    constants.removeIf(constant -> !constant.contains("."));
    return constants;
  }

  @Test
  void tellsEveryVariable() {
    Set<String> used = new TreeSet<>();
    Stream.concat(settings(), commands())
        .flatMap(source -> VARIABLE.matcher(source).results())
        .map(MatchResult::group)
        .forEach(used::add);

    assertThat(page.section("Environment")).extracting(Row::name).containsAll(used);
  }

  @Test
  void tellsTheDefaultOfEveryVariableThatASettingHas() {
    Set<String> used = new TreeSet<>();
    settings()
        .flatMap(source -> WITH_DEFAULT.matcher(source).results())
        .forEach(
            it -> used.add(it.group(1) + "=" + (it.group(2).isEmpty() ? "none" : it.group(2))));

    assertThat(page.section("Environment"))
        .extracting(row -> row.name() + "=" + row.defaultValue())
        .containsAll(used);
  }

  private static Stream<String> settings() {
    return Arrays.stream(Service.values())
        .map(Service::serviceName)
        .map(name -> Path.of("..", name, "src", "main", "resources", name + ".yaml"))
        .map(ConfigurationReferenceTest::text);
  }

  /** What may read a variable beside the services. */
  private static Stream<String> commands() {
    try (Stream<Path> code = Files.walk(Path.of("..", "cli", "src", "main", "java"))) {
      return Stream.concat(
              Stream.of(Path.of("..", "wfx")), code.filter(Files::isRegularFile).toList().stream())
          .map(ConfigurationReferenceTest::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
