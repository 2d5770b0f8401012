package dev.workflowexecutor.executor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordTimeTest {

  private final RecordTime time = new RecordTime();

  @Test
  void isWhenTheRecordWasWritten() {
    assertThat(time.extract(written(42), 7)).isEqualTo(42);
  }

  @Test
  void isTheLatestTimeSeenWhereTheWriterGaveNone() {
    assertThat(time.extract(written(-1), 7)).isEqualTo(7);
    assertThat(time.extract(written(-1), -1)).isZero();
  }

  private static ConsumerRecord<Object, Object> written(long timestamp) {
    return new ConsumerRecord<>(
        "t",
        0,
        0,
        timestamp,
        TimestampType.CREATE_TIME,
        0,
        0,
        "key",
        "value",
        new RecordHeaders(),
        Optional.empty());
  }
}
