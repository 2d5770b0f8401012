package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.Packs;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import dev.workflowexecutor.workflow.Catalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The topology without a broker, over the workflows of the support pack. */
final class TopologyRun implements AutoCloseable {

  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://decision-topology");

  private final List<Decision> told = new ArrayList<>();
  private final AvroSerde<ExtractedIntent> intentSerde =
      new AvroSerde<>(ExtractedIntent.class, REGISTRY);
  private final AvroSerde<ValidatedDecision> decisionSerde =
      new AvroSerde<>(ValidatedDecision.class, REGISTRY);
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> intents;
  private final TestOutputTopic<String, ValidatedDecision> decisions;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  TopologyRun(Path stateDir) {
    this(stateDir, Sweep.every(Duration.ofMinutes(1)));
  }

  TopologyRun(Path stateDir, Sweep sweep) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "decision-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    Catalog catalog = Packs.catalog();
    driver =
        new TopologyTestDriver(
            DecisionTopology.build(REGISTRY, (_, _) -> catalog, sweep, told::add),
            settings,
            IntentRecord.START.minusSeconds(60));
    var bytes = new ByteArraySerializer();
    intents = driver.createInputTopic("intents.extracted", bytes, bytes);
    decisions =
        driver.createOutputTopic(
            "decisions.validated", new StringDeserializer(), decisionSerde.deserializer());
    deadLetters =
        driver.createOutputTopic(
            "intents.extracted.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  TestInputTopic<byte[], byte[]> intents() {
    return intents;
  }

  TestOutputTopic<String, ValidatedDecision> decisions() {
    return decisions;
  }

  TestOutputTopic<byte[], byte[]> deadLetters() {
    return deadLetters;
  }

  /** What the listener was told. */
  List<Decision> told() {
    return told;
  }

  KeyValueStore<String, StoredTicket> tickets() {
    return driver.getKeyValueStore(DecisionTopology.TICKETS);
  }

  /** Sends the intent as its contract says, at the time at which it was read. */
  void send(ExtractedIntent intent) {
    intents.pipeInput(utf8(intent.getTicketId()), bytes(intent), intent.getExtractedAt());
  }

  /** The bytes of the decisions that come of these intents. */
  List<byte[]> decided(List<ExtractedIntent> recorded) {
    recorded.forEach(this::send);
    return decisions.readRecordsToList().stream()
        .map(it -> decisionSerde.serializer().serialize("decisions.validated", it.value()))
        .toList();
  }

  byte[] bytes(ExtractedIntent intent) {
    return intentSerde.serializer().serialize("intents.extracted", intent);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
