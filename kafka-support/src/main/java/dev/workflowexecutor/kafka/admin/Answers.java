package dev.workflowexecutor.kafka.admin;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what a broker answers to {@link org.apache.kafka.clients.admin.Admin}. */
public final class Answers {

  private Answers() {}

  /**
   * The answer, or its fault as what it is.
   *
   * @throws KafkaException if the broker refused, or didn't answer in the client's time
   * @throws InterruptException if the caller is interrupted while it waits
   */
  public static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
