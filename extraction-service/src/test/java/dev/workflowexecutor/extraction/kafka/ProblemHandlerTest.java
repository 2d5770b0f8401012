package dev.workflowexecutor.extraction.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.reader.TrainedReaders;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.kafka.contract.BrokenContractException;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Catalog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemHandlerTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant WRITTEN = AT.plusSeconds(1);
  private static final Catalog CATALOG = Catalogs.of("w", List.of(), List.of());

  private final MockProducer<String, ExtractedIntent> producer =
      new MockProducer<>(
          true,
          null,
          new StringSerializer(),
          new AvroSerializer<>(Map.of("schema.registry.url", "mock://problem-handler")));
  private final TrainedReaders readers =
      new TrainedReaders(_ -> new ExtractIntent(new Silent()), Duration.ofSeconds(1));

  @BeforeEach
  void train() {
    readers.train(CATALOG);
  }

  @AfterEach
  void close() {
    readers.close();
  }

  @Test
  void recordsTheReadingOfAProblemThatKeepsItsContract() throws Exception {
    handle("t", problem().build());

    assertThat(recorded().getReading()).isEqualTo(Reading.UNKNOWN);
    assertThat(recorded().getSubmittedAt()).isEqualTo(AT);
  }

  @Test
  void recordsAFailedReadingOfAProblemThatOnlySaysItsTimeWrongly() {
    RawProblem absurd = problem().setSubmittedAt(Instant.EPOCH.minusMillis(1)).build();

    assertThatThrownBy(() -> handle("t", absurd))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("submittedAt");

    assertThat(recorded().getReading()).isEqualTo(Reading.READER_FAILED);
    assertThat(recorded().getText()).isEqualTo("it broke");
    assertThat(recorded().getSubmittedAt()).isEqualTo(WRITTEN);
    assertThat(Contracts.INTENT.check("t", recorded())).isInstanceOf(Verdict.Kept.class);
  }

  @Test
  void recordsAFailedReadingWithoutAttributesThatAreTooLarge() {
    RawProblem large = problem().setAttributes(Map.of("note", "x".repeat(300_000))).build();

    assertThatThrownBy(() -> handle("t", large)).isInstanceOf(BrokenContractException.class);

    assertThat(recorded().getAttributes()).isEmpty();
    assertThat(recorded().getSubmittedAt()).isEqualTo(AT);
  }

  @Test
  void recordsNothingWhereNobodyCanSayWhoseProblemItIs() {
    for (RawProblem nobodys :
        List.of(problem().setProblemId(" ").build(), problem().setTicketId("other").build())) {
      assertThatThrownBy(() -> handle("t", nobodys)).isInstanceOf(BrokenContractException.class);
    }
    assertThatThrownBy(() -> handle(null, problem().build()))
        .isInstanceOf(BrokenContractException.class);
    assertThatThrownBy(() -> handle("t", null)).isInstanceOf(BrokenContractException.class);

    assertThat(producer.history()).isEmpty();
  }

  private ExtractedIntent recorded() {
    assertThat(producer.history()).hasSize(1);
    return producer.history().getFirst().value();
  }

  private void handle(@Nullable String key, @Nullable RawProblem problem)
      throws InterruptedException {
    new ProblemHandler(
            readers, producer, new SimpleMeterRegistry(), Clock.fixed(WRITTEN, ZoneOffset.UTC))
        .handle(
            new ConsumerRecord<>(
                Topic.PROBLEMS_RAW.topicName(),
                0,
                0,
                WRITTEN.toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                1,
                key,
                problem,
                new RecordHeaders(),
                Optional.empty()));
  }

  private static RawProblem.Builder problem() {
    return RawProblem.newBuilder()
        .setProblemId("p")
        .setTicketId("t")
        .setText("it broke")
        .setSubmittedAt(AT);
  }

  private record Silent() implements IntentReader {

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Catalog catalog() {
      return CATALOG;
    }

    @Override
    public Read read(Message message) {
      return Read.nothing();
    }
  }
}
