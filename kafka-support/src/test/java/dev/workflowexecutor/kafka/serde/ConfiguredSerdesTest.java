package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.concurrent.PassingFaults;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.MalformedInputException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfiguredSerdesTest {

  private static final Map<String, Object> REGISTRY =
      Map.of("schema.registry.url", "mock://configured");
  private static final String TOPIC = Topic.PROBLEMS_RAW.topicName();
  private static final byte[] RECORD = {0, 0, 0, 0, 1, 2};

  @Test
  void areOursWhereNoneIsNamed() {
    Serde<RawProblem> serde = ConfiguredSerdes.serde(RawProblem.class, REGISTRY);
    Serializer<RawProblem> serializer = ConfiguredSerdes.serializer(REGISTRY);
    Deserializer<RawProblem> deserializer =
        ConfiguredSerdes.deserializer(RawProblem.class, REGISTRY);

    byte[] bytes = serializer.serialize(TOPIC, Samples.problem("p"));

    assertThat(serde.serializer().serialize(TOPIC, Samples.problem("p"))).isEqualTo(bytes);
    assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(Samples.problem("p"));
    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.problem("p"));
    assertThat(deserializer.deserialize(TOPIC, null)).isNull();
  }

  @Test
  void areOfTheNamedClasses() {
    assertThat(ConfiguredSerdes.serializer(Map.of("value.serializer", StringSerializer.class)))
        .isInstanceOf(StringSerializer.class);
    assertThat(
            ConfiguredSerdes.serializer(
                Map.of("value.serializer", StringSerializer.class.getName())))
        .isInstanceOf(StringSerializer.class);
  }

  @Test
  void sayWhichSettingNamesNoClass() {
    assertThatThrownBy(
            () -> ConfiguredSerdes.serializer(Map.of("value.serializer", "com.example.Missing")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("value.serializer")
        .hasMessageContaining("com.example.Missing")
        .hasMessageContaining("class path");
  }

  @Test
  void sayWhichSettingNamesAClassOfAnotherKind() {
    assertThatThrownBy(
            () ->
                ConfiguredSerdes.serde(
                    RawProblem.class,
                    Map.of("default.value.serde", StringDeserializer.class.getName())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("default.value.serde")
        .hasMessageContaining("Serde");
  }

  static Stream<Exception> outages() {
    return Stream.of(
        new ConnectException("refused"),
        new SocketTimeoutException("late"),
        new UnknownHostException("registry"),
        new HttpTimeoutException("late"),
        new SSLHandshakeException("no common cipher"),
        new SSLException("closed", new EOFException()),
        new IOException("the registry answered 503"),
        new InvalidConfigurationException("Unauthorized"),
        new TimeoutException("late"),
        new RestClientException(401),
        new RestClientException(403),
        new RestClientException(408),
        new RestClientException(429),
        new RestClientException(500),
        new RestClientException(503));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void tellAnOutageFromABrokenRecord(Exception outage) {
    assertThatThrownBy(() -> read(RECORD, failing(outage)))
        .isInstanceOf(RegistryUnavailableException.class)
        .isInstanceOf(RetriableException.class)
        .hasStackTraceContaining(outage.toString());
    assertThat(PassingFaults.isPassing(outage)).isTrue();
  }

  @Test
  void tellAnOutageThatTheOtherWrapsInNothing() {
    assertThatThrownBy(() -> read(RECORD, throwing(new InvalidConfigurationException("denied"))))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThatThrownBy(
            () -> read(RECORD, throwing(new UncheckedIOException(new ConnectException()))))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void leaveOtherFaultsOfKafkaAsTheyAre() {
    assertThatThrownBy(() -> read(RECORD, throwing(new TimeoutException("late"))))
        .isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> read(RECORD, throwing(new InterruptException("ended"))))
        .isInstanceOf(InterruptException.class);
  }

  static Stream<Exception> faultsOfTheRecord() {
    return Stream.of(
        new EOFException(),
        new InvalidNumberEncodingException("Invalid int encoding"),
        new MalformedInputException(1),
        new AvroRuntimeException("Malformed data. Length is negative: -1"),
        new RestClientException(404),
        new RestClientException(422),
        new ArrayIndexOutOfBoundsException(7));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheRecord")
  void takeNoFaultOfTheRecordForAnOutage(Exception fault) {
    assertThat(refusal(RECORD, failing(fault))).isEqualTo(Kind.UNREADABLE);
    assertThat(PassingFaults.isPassing(fault)).isFalse();
  }

  @Test
  void takeARefusalThatIsWrappedForNoOutageWhateverItsCause() {
    var refusal =
        new UnreadableRecordException(Kind.CORRUPT_BODY, "cut short", new IOException("garbage"));

    assertThat(PassingFaults.isPassing(new IllegalStateException(refusal))).isFalse();
  }

  static Stream<Throwable> strays() {
    return Stream.of(
        new NullPointerException("no class"),
        new ClassCastException("Utf8"),
        new IndexOutOfBoundsException(7),
        new AvroRuntimeException("Malformed data. Length is negative: -1"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("strays")
  void refuseARecordThatTheOtherStumblesOver(Throwable stray) {
    Supplier<Object> foreign = throwing(stray);

    assertThat(refusal(RECORD, foreign)).isEqualTo(Kind.UNREADABLE);
    assertThat(refusal(new byte[] {7}, foreign)).isEqualTo(Kind.NOT_WIRE_FORMAT);
    assertThatThrownBy(() -> read(RECORD, foreign)).hasMessage(stray.toString());
  }

  @Test
  void nameWhatIsWrongWithARecordAsFarAsItCanBeTold() {
    assertThat(refusal(new byte[] {1, 2, 3}, failing(new EOFException())))
        .isEqualTo(Kind.NOT_WIRE_FORMAT);
    assertThat(refusal(RECORD, failing(new AvroTypeException("no such field"))))
        .isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
    assertThat(refusal(RECORD, failing(new EOFException()))).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void refuseARecordOfAnotherType() {
    assertThat(refusal(RECORD, () -> Samples.of(Topic.TOOLS_CALLS)))
        .isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
  }

  @Test
  void blameTheConfigurationForRecordsThatAreNotGenerated() {
    var generic =
        new GenericRecordBuilder(Evolution.withoutField(RawProblem.getClassSchema(), "text"))
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("submittedAt", 1L)
            .build();

    assertThatThrownBy(() -> read(RECORD, () -> generic))
        .isInstanceOf(MisconfiguredSerdeException.class)
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("specific.avro.reader");
  }

  private static Supplier<Object> failing(Exception cause) {
    return () -> {
      throw new SerializationException("Error deserializing Avro message", cause);
    };
  }

  private static Supplier<Object> throwing(Throwable fault) {
    return () -> {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    };
  }

  private static Kind refusal(byte[] record, Supplier<Object> foreign) {
    return catchThrowableOfType(UnreadableRecordException.class, () -> read(record, foreign))
        .kind();
  }

  private static @Nullable RawProblem read(byte[] record, Supplier<Object> foreign) {
    Deserializer<Object> named = (topic, bytes) -> foreign.get();
    return new CheckedDeserializer<>(named, RawProblem.class).deserialize(TOPIC, record);
  }

  /** As Confluent's client throws it: told by the class's simple name and its status. */
  public static final class RestClientException extends Exception {

    private final int status;

    RestClientException(int status) {
      super("error code: " + status);
      this.status = status;
    }

    public int getStatus() {
      return status;
    }
  }
}
