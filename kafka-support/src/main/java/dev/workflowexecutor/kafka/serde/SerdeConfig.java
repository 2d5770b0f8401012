package dev.workflowexecutor.kafka.serde;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of the serdes, with the names that Confluent's have. */
public final class SerdeConfig {

  /** Whether a serializer registers its schema; true by default. */
  public static final String AUTO_REGISTER = "auto.register.schemas";

  /** Whether a serializer writes with the subject's newest version; false by default. */
  public static final String USE_LATEST = "use.latest.version";

  static final String SPECIFIC_READER = "specific.avro.reader";

  private SerdeConfig() {}

  /**
   * A setting that is true or false.
   *
   * @throws ConfigException if it is anything else
   */
  public static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
    Object value = config.get(key);
    return switch (value == null ? String.valueOf(otherwise) : value.toString().strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(key, value, "expected true or false");
    };
  }

  static String subject(String topic, boolean isKey) {
    return topic + (isKey ? "-key" : "-value");
  }
}
