package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.config.GatewayProperties;
import dev.workflowexecutor.gateway.outcome.OutcomeDocument;
import dev.workflowexecutor.gateway.web.ProblemKind;
import dev.workflowexecutor.gateway.web.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/problems. */
@RestController
final class ProblemsController implements ProblemsApi {
  private static final String TRACEPARENT = "[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

  private final SubmitProblem submitProblem;
  private final GatewayProperties properties;
  private final InstantSource clock;

  ProblemsController(
      SubmitProblem submitProblem, GatewayProperties properties, InstantSource clock) {
    this.submitProblem = submitProblem;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  @PostMapping(
      path = "/v1/problems",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  public ResponseEntity<Object> submit(HttpServletRequest http) throws IOException {
    Optional<IdempotencyKey> key = IdempotencyKey.ofHeader(http.getHeader(IdempotencyKey.HEADER));
    Optional<PreferredWait> wait =
        PreferredWait.ofHeaders(headers(http, "Prefer"), properties.maxWait());
    ProblemRequest request = RequestCheck.check(ProblemBody.read(http.getInputStream()));
    Problem problem =
        Problem.of(
            ProblemIds.of(key, request.ticketId()),
            request,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Optional<String> traceparent =
        Optional.ofNullable(http.getHeader("traceparent")).filter(t -> t.matches(TRACEPARENT));
    Duration time = wait.map(PreferredWait::time).orElse(Duration.ZERO);
    Submitted submitted =
        key.isPresent()
            ? submitProblem.submitOnce(problem, traceparent, time)
            : submitProblem.submit(problem, traceparent, time);
    return answer(submitted, wait);
  }

  private ResponseEntity<Object> answer(Submitted submitted, Optional<PreferredWait> wait) {
    return switch (submitted) {
      case Submitted.Accepted(Problem problem) ->
          applied(ResponseEntity.accepted(), wait)
              .location(URI.create("/v1/tickets/" + problem.ticketId()))
              .body(new SubmitAnswer(problem.ticketId(), problem.problemId()));
      case Submitted.Answered(var outcome) ->
          applied(ResponseEntity.ok(), wait).body(OutcomeDocument.of(outcome));
      case Submitted.KeyReused() ->
          throw RefusedRequest.of(
              ProblemKind.KEY_REUSED,
              "Expected the problem that this %s was first used for, found another ticket, text or"
                      .formatted(IdempotencyKey.HEADER)
                  + " attributes; use a new key for a new problem.");
      case Submitted.NotTaken(String reason) ->
          throw RefusedRequest.passing(
              ProblemKind.NOT_TAKEN,
              "Expected Kafka to confirm the problem, found that it didn't (%s); try again in %d s,"
                      .formatted(reason, properties.retryAfter().toSeconds())
                  + " with the same %s so that it can't count twice."
                      .formatted(IdempotencyKey.HEADER),
              properties.retryAfter());
    };
  }

  private static ResponseEntity.BodyBuilder applied(
      ResponseEntity.BodyBuilder answer, Optional<PreferredWait> wait) {
    wait.ifPresent(w -> answer.header("Preference-Applied", w.applied()));
    return answer;
  }

  private static List<String> headers(HttpServletRequest http, String name) {
    return Collections.list(http.getHeaders(name));
  }
}
