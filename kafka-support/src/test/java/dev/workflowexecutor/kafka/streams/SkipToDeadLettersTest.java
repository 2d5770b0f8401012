package dev.workflowexecutor.kafka.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.TestContext;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.Test;

class SkipToDeadLettersTest {

  private static final ConsumerRecord<byte[], byte[]> RECORD =
      new ConsumerRecord<>("t", 1, 2L, new byte[] {1}, new byte[] {2});

  private static Response handle(Map<String, ?> config, Exception exception) {
    var handler = new SkipToDeadLetters();
    handler.configure(config);
    return handler.handleError(TestContext.NONE, RECORD, exception);
  }

  @Test
  void resumesWithADeadLetterForAnUnreadableRecord() {
    Response response =
        handle(
            Map.of("application.id", "app"),
            new UnreadableRecordException(Kind.UNKNOWN_SCHEMA, "x", null));

    assertThat(response.result()).isEqualTo(Result.RESUME);
    assertThat(response.deadLetterQueueRecords())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.topic()).isEqualTo("t.dlq");
              assertThat(text(letter.headers().lastHeader(DeadLetter.REASON).value()))
                  .isEqualTo("UNKNOWN_SCHEMA");
              assertThat(text(letter.headers().lastHeader(DeadLetter.SERVICE).value()))
                  .isEqualTo("app");
            });
  }

  @Test
  void failsWithoutADeadLetterWhenTheRegistryIsNotToBeReached() {
    for (Exception fault :
        new Exception[] {
          new RegistryUnavailableException("down", null),
          new RegistryRefusedException("401", 401),
          new RuntimeException(new RegistryUnavailableException("down", null))
        }) {
      Response response = handle(Map.of(), fault);

      assertThat(response.result()).isEqualTo(Result.FAIL);
      assertThat(response.deadLetterQueueRecords()).isEmpty();
    }
  }

  @Test
  void bearsTheServicesNameIfItIsTold() {
    Response response =
        handle(
            Map.of("application.id", "app", SkipToDeadLetters.SERVICE, "service"),
            new UnreadableRecordException(Kind.CORRUPT_BODY, "x", null));

    assertThat(
            text(
                response
                    .deadLetterQueueRecords()
                    .getFirst()
                    .headers()
                    .lastHeader(DeadLetter.SERVICE)
                    .value()))
        .isEqualTo("service");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
