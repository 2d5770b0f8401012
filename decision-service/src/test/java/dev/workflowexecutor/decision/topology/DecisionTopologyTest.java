package dev.workflowexecutor.decision.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.Packs;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.DerivedId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTopologyTest {

  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://decision-topology");

  private final List<Decision> told = new ArrayList<>();
  private final AvroSerde<ExtractedIntent> intentSerde =
      new AvroSerde<>(ExtractedIntent.class, REGISTRY);
  private final AvroSerde<ValidatedDecision> decisionSerde =
      new AvroSerde<>(ValidatedDecision.class, REGISTRY);

  @TempDir Path stateDir;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> intents;
  private TestOutputTopic<String, ValidatedDecision> decisions;
  private TestOutputTopic<byte[], byte[]> deadLetters;
  private final Catalog catalog = Packs.catalog();

  @BeforeEach
  void start() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "decision-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    driver =
        new TopologyTestDriver(
            DecisionTopology.build(REGISTRY, (_, _) -> catalog, Duration.ofMinutes(1), told::add),
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

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void decidesOverTheTurnsOfATicket() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(IntentRecord.region("T-1", "p2", "Pune", "west"));

    List<TestRecord<String, ValidatedDecision>> out = decisions.readRecordsToList();
    assertThat(out).extracting(TestRecord::key).containsExactly("T-1", "T-1");
    assertThat(out)
        .extracting(it -> it.value().getKind())
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.EXECUTE);
    assertThat(out.getFirst().value().getAwaiting()).isEqualTo("region");
    assertThat(told).hasSize(2);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void carriesTheTraceAndTheCloudEventsAttributesOn() {
    Headers headers = new RecordHeaders();
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    headers.add("traceparent", utf8("00-" + trace + "-00f067aa0ba902b7-01"));
    ExtractedIntent intent =
        IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet");

    intents.pipeInput(new TestRecord<>(utf8("T-1"), bytes(intent), headers, IntentRecord.START));

    TestRecord<String, ValidatedDecision> out = decisions.readRecord();
    String decisionId = DerivedId.of("decision", intent.getIntentId());
    assertThat(text(out.headers(), "traceparent")).startsWith("00-" + trace + "-");
    assertThat(text(out.headers(), "ce_id")).isEqualTo(decisionId);
    assertThat(text(out.headers(), "ce_source")).isEqualTo("decision-service");
    assertThat(text(out.headers(), "ce_time")).isEqualTo(IntentRecord.START.toString());
    assertThat(out.value().getDecisionId()).isEqualTo(decisionId);
    assertThat(out.value().getCauseId()).isEqualTo(intent.getIntentId());
    assertThat(out.getRecordTime()).isEqualTo(IntentRecord.START);
  }

  @Test
  void decidesADuplicatedProblemOnce() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    assertThat(decisions.readValuesToList()).hasSize(1);
  }

  @Test
  void givesTheSameBytesWhenTheTopicIsReplayed(@TempDir Path otherDir) {
    List<ExtractedIntent> recorded =
        List.of(
            IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"),
            IntentRecord.text("T-2", "p2", "tell me a joke").build(),
            IntentRecord.region("T-1", "p3", "Pune", "west"),
            later(IntentRecord.naming("T-3", "p4", "a fire", "no_signal"), Duration.ofDays(4)));
    List<byte[]> first = run(recorded);
    driver.close();
    stateDir = otherDir;
    start();

    assertThat(run(recorded)).containsExactlyElementsOf(first);
    assertThat(first).hasSize(4);
  }

  @Test
  void sendsWhatIsNoAvroToTheDeadLettersAndGoesOn() {
    intents.pipeInput(utf8("T-1"), utf8("not avro"), IntentRecord.START);
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isEqualTo(utf8("not avro"));
    assertThat(text(letter.headers(), "dlq_reason")).isEqualTo("NOT_WIRE_FORMAT");
    assertThat(decisions.readValue().getKind()).isEqualTo(DecisionKind.CLARIFY);
  }

  @Test
  void sendsARecordWithoutAValueToTheDeadLetters() {
    intents.pipeInput(utf8("T-1"), null, IntentRecord.START);

    assertThat(text(deadLetters.readRecord().headers(), "dlq_reason"))
        .isEqualTo("CONTRACT_VIOLATED");
    assertThat(decisions.isEmpty()).isTrue();
  }

  @Test
  void decidesNothingAboutARecordThatBelongsToNoTicketOrProblem() {
    byte[] intent = bytes(IntentRecord.naming("T-1", "p1", "slow", "slow_internet"));
    byte[] blank = bytes(IntentRecord.text("T-1", " ", "slow").build());
    intents.pipeInput(utf8("T-2"), intent, IntentRecord.START);
    intents.pipeInput(null, intent, IntentRecord.START);
    intents.pipeInput(utf8("T-1"), blank, IntentRecord.START);

    List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters).extracting(TestRecord::value).containsExactly(intent, intent, blank);
    assertThat(letters.getFirst().headers().lastHeader("dlq_offset").value()).isEqualTo(utf8("0"));
    assertThat(decisions.isEmpty()).isTrue();
  }

  @Test
  void hasAPersonLookAtAProblemWhoseReadingBreaksTheContract() {
    send(IntentRecord.text("T-1", "p1", "slow").setConfidence(1.5).build());
    send(IntentRecord.text("T-2", "p2", "slow").setConfidence(Double.NaN).build());
    send(IntentRecord.text("T-3", "p3", "x".repeat(10_001)).build());
    send(IntentRecord.text("T-4", "p4", "Pune").setFacts(List.of(misquoted())).build());
    send(IntentRecord.text("T-5", "p5", "old").setSubmittedAt(Instant.MIN).build());

    assertThat(deadLetters.readRecordsToList()).hasSize(5);
    assertThat(decisions.readValuesToList())
        .hasSize(5)
        .allSatisfy(
            it -> {
              assertThat(it.getKind()).isEqualTo(DecisionKind.ESCALATE);
              assertThat(it.getReason()).isEqualTo("EVALUATION_FAILED");
            });
  }

  @Test
  void beginsATicketAnewThatCannotBeRead() {
    tickets().put("T-1", new StoredTicket.Unreadable(utf8("{\"format\":99}"), "written by hand"));

    send(IntentRecord.region("T-1", "p1", "Pune", "west"));

    assertThat(text(deadLetters.readRecord().headers(), "dlq_reason"))
        .isEqualTo("TICKET_UNREADABLE");
    assertThat(decisions.readValue().getNotice()).contains("earlier request has ended");
    assertThat(tickets().get("T-1")).isInstanceOf(StoredTicket.Readable.class);
  }

  @Test
  void hasAPersonTakeOverWhereDecidingFailsAndGoesOn() {
    Ticket foreign = Ticket.opened("T-9", IntentRecord.START, Duration.ofHours(24));
    tickets().put("T-1", new StoredTicket.Readable(foreign));

    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(IntentRecord.naming("T-1", "p2", "my internet is slow", "slow_internet"));

    assertThat(text(deadLetters.readRecord().headers(), "dlq_reason")).isEqualTo("DECIDING_FAILED");
    assertThat(decisions.readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.ESCALATE, DecisionKind.CLARIFY);
  }

  @Test
  void expiresAnOpenQuestionWhenOtherTicketsShowThatTimeHasPassed() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ValidatedDecision asked = decisions.readValue();

    send(later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));

    ValidatedDecision expired =
        decisions.readValuesToList().stream()
            .filter(it -> it.getKind() == DecisionKind.EXPIRE)
            .findFirst()
            .orElseThrow();
    assertThat(expired.getTicketId()).isEqualTo("T-1");
    assertThat(expired.getCauseId()).isEqualTo(asked.getDecisionId());
    assertThat(expired.getDecidedAt()).isEqualTo(IntentRecord.START.plus(Duration.ofHours(24)));
  }

  @Test
  void expiresAnOpenQuestionBeforeItDecidesAboutALateAnswer() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(later(IntentRecord.region("T-1", "p2", "Pune", "west"), Duration.ofHours(25)));
    send(later(IntentRecord.text("T-2", "p3", "hello").build(), Duration.ofHours(26)));

    List<ValidatedDecision> out = decisions.readValuesToList();
    assertThat(out)
        .extracting(ValidatedDecision::getKind)
        .containsExactly(
            DecisionKind.CLARIFY, DecisionKind.EXPIRE, DecisionKind.REJECT, DecisionKind.REJECT);
    assertThat(out.get(2).getNotice()).contains("earlier request has ended");
  }

  @Test
  void recognisesADuplicateOfAnEndedTicket() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

    assertThat(decisions.readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactlyInAnyOrder(DecisionKind.CLARIFY, DecisionKind.REJECT, DecisionKind.EXPIRE);
  }

  @Test
  void forgetsATicketAfterItsEnd() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    send(later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofHours(25)));
    send(later(IntentRecord.text("T-3", "p3", "hello").build(), Duration.ofHours(49)));

    assertThat(tickets().get("T-1")).isNull();
  }

  @Test
  void doesNotBelieveATimeBeyondTheRecordsOwn() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ExtractedIntent dreaming =
        later(IntentRecord.text("T-2", "p2", "hello").build(), Duration.ofDays(900));
    intents.pipeInput(utf8("T-2"), bytes(dreaming), IntentRecord.START.plusSeconds(1));
    send(later(IntentRecord.region("T-1", "p3", "Pune", "west"), Duration.ofMinutes(5)));

    assertThat(decisions.readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.REJECT, DecisionKind.EXECUTE);
  }

  @Test
  void takesRecordsOutOfOrderAndFromBeforeTheEpoch() {
    send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
    ExtractedIntent early =
        later(IntentRecord.region("T-1", "p2", "Pune", "west"), Duration.ofHours(-9));
    intents.pipeInput(utf8("T-1"), bytes(early), IntentRecord.START.minusSeconds(3600));

    assertThat(decisions.readValuesToList())
        .extracting(ValidatedDecision::getKind)
        .containsExactly(DecisionKind.CLARIFY, DecisionKind.EXECUTE);
  }

  private KeyValueStore<String, StoredTicket> tickets() {
    return driver.getKeyValueStore(DecisionTopology.TICKETS);
  }

  private List<byte[]> run(List<ExtractedIntent> recorded) {
    recorded.forEach(this::send);
    return decisions.readRecordsToList().stream()
        .map(it -> decisionSerde.serializer().serialize("decisions.validated", it.value()))
        .toList();
  }

  private void send(ExtractedIntent intent) {
    intents.pipeInput(utf8(intent.getTicketId()), bytes(intent), intent.getExtractedAt());
  }

  private byte[] bytes(ExtractedIntent intent) {
    return intentSerde.serializer().serialize("intents.extracted", intent);
  }

  private static ExtractedIntent later(ExtractedIntent intent, Duration time) {
    return ExtractedIntent.newBuilder(intent)
        .setExtractedAt(intent.getExtractedAt().plus(time))
        .build();
  }

  private static ExtractedFact misquoted() {
    return ExtractedFact.newBuilder()
        .setWorkflow("network-troubleshooting")
        .setFact("region")
        .setValue("north")
        .setQuote("Delhi")
        .setStart(0)
        .setEnd(4)
        .build();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
