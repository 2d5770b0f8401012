package dev.workflowexecutor.kafka;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;

/** A context of a failed record that nobody asks. */
public final class TestContext implements ErrorHandlerContext {

  public static final ErrorHandlerContext NONE = new TestContext();

  private TestContext() {}

  @Override
  public String topic() {
    return "t";
  }

  @Override
  public int partition() {
    return 1;
  }

  @Override
  public long offset() {
    return 2;
  }

  @Override
  public Headers headers() {
    return new RecordHeaders();
  }

  @Override
  public String processorNodeId() {
    return "source";
  }

  @Override
  public TaskId taskId() {
    return new TaskId(0, 1);
  }

  @Override
  public long timestamp() {
    return 0;
  }

  @Override
  public byte[] sourceRawKey() {
    return new byte[0];
  }

  @Override
  public byte[] sourceRawValue() {
    return new byte[0];
  }
}
