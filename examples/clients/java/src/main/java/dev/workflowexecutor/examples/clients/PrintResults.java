package dev.workflowexecutor.examples.clients;

import dev.workflowexecutor.events.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints outcomes as lines of JSON, as a downstream system takes them: every outcome from now on,
 * or with {@code PrintResults TICKET} the first one of a ticket, for which it waits.
 */
public final class PrintResults {

  private static final Duration POLL = Duration.ofMillis(500);

  private PrintResults() {}

  /** Prints the outcomes of the ticket that the argument names; without one, all until ended. */
  public static void main(String[] arguments) {
    @Nullable String ticket = arguments.length == 0 ? null : arguments[0];
    Properties settings = ClientSettings.load();
    settings.setProperty("group.id", "downstream-java-" + UUID.randomUUID());
    settings.setProperty("auto.offset.reset", ticket == null ? "latest" : "earliest");
    try (var consumer = new KafkaConsumer<String, ExecutionResult>(settings)) {
      consumer.subscribe(List.of("executions.results"));
      while (true) {
        for (ConsumerRecord<String, ExecutionResult> record : consumer.poll(POLL)) {
          if (ticket == null) {
            System.out.println(record.value());
          } else if (ticket.equals(record.key())) {
            System.out.println(record.value());
            return;
          }
        }
      }
    }
  }
}
