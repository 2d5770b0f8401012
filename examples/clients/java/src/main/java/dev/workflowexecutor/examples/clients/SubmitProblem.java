package dev.workflowexecutor.examples.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.workflowexecutor.events.RawProblem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Submits a problem by topic, as an upstream system does: {@code SubmitProblem TEXT [TICKET]}.
 *
 * <p>Prints the problem as JSON; its outcome will be found with {@code PrintResults TICKET}. Which
 * class writes the value is the configuration's matter alone.
 */
public final class SubmitProblem {

  private static final String SOURCE = "java-example";

  private SubmitProblem() {}

  /** Submits the text that the first argument is, on the ticket that the second is if given. */
  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    if (arguments.length == 0 || arguments.length > 2) {
      System.err.println("usage: SubmitProblem TEXT [TICKET]");
      System.exit(2);
    }
    boolean continues = arguments.length == 2;
    RawProblem problem =
        RawProblem.newBuilder()
            .setProblemId(UUID.randomUUID().toString())
            .setTicketId(continues ? arguments[1] : UUID.randomUUID().toString())
            .setText(arguments[0])
            .setAttributes(Map.of("channel", "java"))
            .setContinuesTicket(continues)
            .setSource(SOURCE)
            .setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .build();
    try (var producer = new KafkaProducer<String, RawProblem>(ClientSettings.load())) {
      producer.send(record(problem)).get();
    }
    System.out.println(problem);
  }

  /** The record: its key is always the ticket's id, so that a ticket's records stay in order. */
  private static ProducerRecord<String, RawProblem> record(RawProblem problem) {
    var record = new ProducerRecord<>("problems.raw", problem.getTicketId(), problem);
    headers(problem).forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  private static Map<String, String> headers(RawProblem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", problem.getProblemId());
    headers.put("ce_type", problem.getSchema().getFullName());
    headers.put("ce_source", SOURCE);
    headers.put("ce_time", problem.getSubmittedAt().toString());
    headers.put("content-type", "application/avro");
    String trace = System.getenv("TRACEPARENT");
    if (trace != null) {
      // Your trace goes on through every hop, up to the outcome.
      headers.put("traceparent", trace);
    }
    return headers;
  }
}
