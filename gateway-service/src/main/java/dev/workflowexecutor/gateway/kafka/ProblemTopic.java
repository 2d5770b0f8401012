package dev.workflowexecutor.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.gateway.problem.Problem;
import dev.workflowexecutor.gateway.problem.ProblemLog;
import dev.workflowexecutor.kafka.record.RecordHeaders;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The topic problems.raw, the only one that the gateway writes. */
@Component
final class ProblemTopic implements ProblemLog {
  private static final Logger log = LoggerFactory.getLogger(ProblemTopic.class);
  private static final String SOURCE = "gateway";

  private final KafkaTemplate<String, RawProblem> kafka;
  private final GatewayContracts contracts;
  private final GatewayTopics topics;

  ProblemTopic(
      KafkaTemplate<String, RawProblem> kafka, GatewayContracts contracts, GatewayTopics topics) {
    this.kafka = kafka;
    this.contracts = contracts;
    this.topics = topics;
  }

  @Override
  public Appended append(Problem problem, Optional<String> traceparent) {
    Optional<String> closed = contracts.closedBecause();
    if (closed.isPresent()) {
      return new Appended.Unconfirmed(closed.get());
    }
    if (!topics.areThere()) {
      // Sending would make the broker create the topic, with partitions of its own choice.
      return new Appended.Unconfirmed("the brokers haven't answered since the gateway started");
    }
    try {
      kafka.send(record(problem, traceparent)).get();
      return new Appended.Kept();
    } catch (ExecutionException e) {
      return unconfirmed(problem, e);
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      return unconfirmed(problem, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Appended.Unconfirmed("the gateway is shutting down");
    }
  }

  private static ProducerRecord<String, RawProblem> record(
      Problem problem, Optional<String> traceparent) {
    RawProblem raw =
        RawProblem.newBuilder()
            .setProblemId(problem.problemId())
            .setTicketId(problem.ticketId())
            .setText(problem.text())
            .setAttributes(Map.copyOf(problem.attributes()))
            .setContinuesTicket(problem.continuesTicket())
            .setSource(SOURCE)
            .setSubmittedAt(problem.submittedAt())
            .build();
    Headers headers =
        RecordHeaders.forNew(
            problem.problemId(),
            RawProblem.class.getName(),
            SOURCE,
            problem.submittedAt(),
            traceparent.map(ProblemTopic::cause).orElse(null));
    return new ProducerRecord<>(
        Topic.PROBLEMS_RAW.topicName(), null, problem.ticketId(), raw, headers);
  }

  private static Headers cause(String traceparent) {
    return new org.apache.kafka.common.header.internals.RecordHeaders()
        .add(RecordHeaders.TRACEPARENT, traceparent.getBytes(UTF_8));
  }

  private static Appended unconfirmed(Problem problem, Exception fault) {
    Throwable cause = root(fault);
    log.warn("Problem {} is not confirmed: {}", problem.problemId(), cause.toString());
    return new Appended.Unconfirmed(reason(cause));
  }

  private static Throwable root(Throwable fault) {
    @Nullable Throwable cause = fault.getCause();
    return cause == null || fault instanceof RegistryUnavailableException ? fault : root(cause);
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case RegistryUnavailableException _ -> "the schema registry doesn't answer";
      case TimeoutException _ -> "the brokers don't answer in time";
      default -> cause.getClass().getSimpleName();
    };
  }
}
