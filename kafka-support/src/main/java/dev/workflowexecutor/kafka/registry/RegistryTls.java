package dev.workflowexecutor.kafka.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * Whom a registry's client trusts and as whom it shows itself: the keys {@code
 * schema.registry.ssl.*}, each with the meaning that the Kafka client's key without {@code
 * schema.registry.} has. Without any, the JVM's own trust store counts.
 *
 * @see <a href="https://kafka.apache.org/42/security/encryption-and-authentication-using-ssl/">TLS
 *     in Kafka</a>
 */
final class RegistryTls {

  private static final String PREFIX = "schema.registry.";
  private static final String TLS = PREFIX + "ssl.";

  private RegistryTls() {}

  /**
   * The TLS context, if anything is configured.
   *
   * @throws ConfigException if a key is unknown or a store can't be used
   */
  static Optional<SSLContext> of(Map<String, ?> config) {
    var settings = new TreeMap<String, Object>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith(TLS) && value != null) {
            settings.put(key.substring(PREFIX.length()), value);
          }
        });
    return settings.isEmpty() ? Optional.empty() : Optional.of(context(settings));
  }

  private static SSLContext context(Map<String, Object> settings) {
    ConfigDef known = new ConfigDef().withClientSslSupport();
    var unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(known.names());
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          PREFIX + unknown.getFirst(), "(not shown)", "no such setting of a Kafka client's TLS");
    }
    try (var factory = new DefaultSslEngineFactory()) {
      factory.configure(new AbstractConfig(known, settings, false).values());
      return factory.sslContext();
    } catch (KafkaException e) {
      throw new ConfigException("Expected usable stores in " + TLS + "*: " + reason(e));
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
  }
}
