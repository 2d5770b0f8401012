package dev.workflowexecutor.standalone.configuration;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.unit.DataSize;

/** A service, and the keys that its code and its own settings know. */
enum Service {
  GATEWAY("gateway"),
  EXTRACTION("extraction"),
  DECISION("decision"),
  EXECUTOR("executor");

  private static final String NOTHING = "none";

  /** How the services are put together, which is nobody's to configure. */
  private static final List<String> WIRING =
      List.of(
          "spring.application.",
          "spring.main.",
          "spring.jmx.",
          "spring.autoconfigure.",
          "spring.web.",
          "spring.flyway.",
          "spring.datasource.hikari.pool-name",
          "springdoc.");

  private final String shortName;

  Service(String shortName) {
    this.shortName = shortName;
  }

  /** As {@code gateway-service}. */
  String serviceName() {
    return shortName + "-service";
  }

  /** Every key with its type, where the code knows one, and its default. */
  Map<String, Key> keys() {
    Map<String, Key> keys = new TreeMap<>();
    records().forEach(type -> collect(prefix(type), type, keys));
    yaml().forEach((name, value) -> keys.merge(name, new Key("", value), Key::withDefaultOf));
    return keys;
  }

  private Stream<Class<?>> records() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents("dev.workflowexecutor." + shortName).stream()
        .map(found -> load(String.valueOf(found.getBeanClassName())));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String prefix(Class<?> type) {
    ConfigurationProperties annotation =
        AnnotationUtils.getAnnotation(type, ConfigurationProperties.class);
    return annotation == null ? "" : annotation.prefix();
  }

  private static void collect(String prefix, Class<?> type, Map<String, Key> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), keys);
      } else {
        keys.put(name, new Key(word(component.getType()), defaultOf(type, component)));
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String defaultOf(Class<?> type, RecordComponent component) {
    DefaultValue value =
        Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
            .filter(parameter -> parameter.getName().equals(component.getName()))
            .map(parameter -> parameter.getAnnotation(DefaultValue.class))
            .filter(it -> it != null && it.value().length > 0)
            .findFirst()
            .orElse(null);
    return value == null ? NOTHING : String.join(",", value.value());
  }

  private static String word(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(" or "));
    }
    return WORDS.getOrDefault(type, type.getSimpleName());
  }

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          String.class, "text",
          boolean.class, "boolean",
          int.class, "integer",
          short.class, "integer",
          float.class, "number",
          double.class, "number",
          Duration.class, "duration",
          DataSize.class, "size",
          Map.class, "map");

  private Map<String, String> yaml() {
    var reader = new YamlPropertiesFactoryBean();
    reader.setResources(new ClassPathResource(serviceName() + ".yaml"));
    Properties read = reader.getObject();
    if (read == null) {
      throw new AssertionError("no settings of " + serviceName());
    }
    Map<String, String> values = new TreeMap<>();
    read.forEach((name, value) -> values.put(name.toString(), value.toString()));
    values.keySet().removeIf(name -> WIRING.stream().anyMatch(name::startsWith));
    return values;
  }
}
