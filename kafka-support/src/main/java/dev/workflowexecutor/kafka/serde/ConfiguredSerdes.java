package dev.workflowexecutor.kafka.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Serdes for the values of the platform's topics, made from the class names in the configuration of
 * a Kafka client, as Kafka itself makes them; the platform's own where none is named.
 *
 * <p>Every other class that reads and writes generated Avro records in the Confluent wire format
 * will do, for example Confluent's {@code KafkaAvroSerializer}, {@code KafkaAvroDeserializer} and
 * {@code SpecificAvroSerde}. They are configured with the whole configuration of the client.
 */
public final class ConfiguredSerdes {

  /** The configuration key for the class that writes values: Kafka's {@code value.serializer}. */
  public static final String SERIALIZER = "value.serializer";

  /** The configuration key for the class that reads values: Kafka's {@code value.deserializer}. */
  public static final String DESERIALIZER = "value.deserializer";

  /** The configuration key for a topology's Serde: Kafka Streams' {@code default.value.serde}. */
  public static final String SERDE = "default.value.serde";

  private ConfiguredSerdes() {}

  /**
   * A configured serializer for values.
   *
   * @throws ConfigException if the named class is none
   */
  @SuppressWarnings("unchecked") // What it can't write, it says.
  public static <T extends SpecificRecord> Serializer<T> serializer(Map<String, ?> config) {
    Serializer<T> serializer =
        named(config.get(SERIALIZER), AvroSerializer.class, Serializer.class, SERIALIZER);
    serializer.configure(config, false);
    return serializer;
  }

  /**
   * A configured deserializer for values of one type; whatever it refuses for good is an {@link
   * UnreadableRecordException}, also where the named class says it in its own way.
   *
   * @throws ConfigException if the named class is none
   */
  public static <T extends SpecificRecord> Deserializer<T> deserializer(
      Class<T> type, Map<String, ?> config) {
    Deserializer<?> deserializer =
        named(config.get(DESERIALIZER), AvroDeserializer.class, Deserializer.class, DESERIALIZER);
    deserializer.configure(config, false);
    return new CheckedDeserializer<>(deserializer, type);
  }

  /**
   * A configured Serde for values of one type, whose deserializer is as that of {@link
   * #deserializer}.
   *
   * @throws ConfigException if the named class is none
   */
  @SuppressWarnings("unchecked") // As above.
  public static <T extends SpecificRecord> Serde<T> serde(Class<T> type, Map<String, ?> config) {
    Serde<T> serde = named(config.get(SERDE), AvroSerde.class, Serde.class, SERDE);
    serde.configure(config, false);
    return new CheckedSerde<>(serde, new CheckedDeserializer<>(serde.deserializer(), type));
  }

  private static <S> S named(
      @Nullable Object name, Class<? extends S> otherwise, Class<S> kind, String key) {
    TrustedRecords.ensure();
    try {
      return switch (name) {
        case null -> Utils.newInstance(otherwise);
        case Class<?> type -> Utils.newInstance(type.asSubclass(kind));
        default -> Utils.newInstance(name.toString().strip(), kind);
      };
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          key, name, "no such class on the class path; expected a " + kind.getName());
    } catch (ClassCastException e) {
      throw new ConfigException(key, name, "expected a " + kind.getName());
    }
  }

  /** A Serde with another deserializer. */
  private record CheckedSerde<T>(Serde<T> named, Deserializer<T> deserializer) implements Serde<T> {

    @Override
    public Serializer<T> serializer() {
      return named.serializer();
    }

    @Override
    public void close() {
      named.close();
    }
  }
}
