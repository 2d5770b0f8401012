package dev.workflowexecutor.executor.tool;

import dev.workflowexecutor.executor.advance.Reply;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a tool and says honestly what became of it.
 *
 * <p>A call that may have had its effect is repeated only where the contract says that this does no
 * harm; every attempt carries the call's id as {@code Idempotency-Key}. Thread-safe; blocks, so
 * meant for virtual threads.
 */
public final class CallTool implements AutoCloseable {

  /** The pause between two attempts. */
  @FunctionalInterface
  interface Pause {
    void forMillis(long millis) throws InterruptedException;
  }

  private static final Logger log = LoggerFactory.getLogger(CallTool.class);
  private static final double BACKOFF_FACTOR = 2;
  private static final int MAX_ERROR_CHARACTERS = 500;

  private final Bindings bindings;
  private final ToolLimits limits;
  private final Clock clock;
  private final Pause pause;
  private final Endpoint endpoint;
  private final HttpTool http;
  private final IntervalFunction backoff;
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();

  /** Calls tools where they are bound; secrets come from this process' environment. */
  public CallTool(Bindings bindings, ToolLimits limits, Clock clock) {
    this(bindings, limits, clock, Thread::sleep, name -> Optional.ofNullable(System.getenv(name)));
  }

  CallTool(
      Bindings bindings,
      ToolLimits limits,
      Clock clock,
      Pause pause,
      Function<String, Optional<String>> environment) {
    this.bindings = bindings;
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
    this.endpoint = new Endpoint(environment);
    this.http = new HttpTool(limits);
    this.backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            limits.firstBackoff().toMillis(),
            BACKOFF_FACTOR,
            limits.jitter(),
            limits.longestBackoff().toMillis());
  }

  /**
   * Calls the tool until there is an answer, the attempts are used up or another one could do harm.
   *
   * @throws InterruptedException if the worker is told to end; then nothing is said about the call,
   *     and it is made again with the same key when its record is read again
   */
  public Handled call(ToolRequest call) throws InterruptedException {
    Optional<Binding> binding = bindings.find(call.tool().name());
    if (binding.isEmpty()) {
      return new Handled(failed(call.callId(), "no binding and no base URL for the tool"), 0);
    }
    HttpCall request;
    try {
      request = endpoint.request(call, binding.get());
    } catch (UnresolvedSecretException | IllegalArgumentException e) {
      log.error("tool {} can't be called: {}", call.tool().name(), e.getMessage());
      return new Handled(failed(call.callId(), String.valueOf(e.getMessage())), 0);
    }
    return call(call, binding.get(), request);
  }

  /** The reply to a call that can't be attempted at all. */
  public Reply failed(String callId, String why) {
    return new Reply.Failed(Reply.idOf(callId), callId, now(), cut(why));
  }

  private Handled call(ToolRequest call, Binding binding, HttpCall request)
      throws InterruptedException {
    Guard guard = guard(call.tool().name(), binding);
    boolean idempotent = call.tool().idempotent();
    int made = 0;
    while (true) {
      Attempt attempt = guard.attempt(() -> http.attempt(call, request));
      made += attempt instanceof Attempt.Held ? 0 : 1;
      if (made >= limits.attempts() || !attempt.isWorthRepeating(idempotent)) {
        return new Handled(
            reply(call, attempt, text -> endpoint.withoutSecrets(text, request, binding)), made);
      }
      log.info(
          "tool {}, call {}, attempt {}: {}",
          call.tool().name(),
          call.callId(),
          made,
          endpoint.withoutSecrets(attempt.toString(), request, binding));
      pause.forMillis(backoff.apply(made));
    }
  }

  private Reply reply(ToolRequest call, Attempt attempt, Function<String, String> clean) {
    String id = Reply.idOf(call.callId());
    boolean idempotent = call.tool().idempotent();
    return switch (attempt) {
      case Attempt.Answered(String output) -> new Reply.Succeeded(id, call.callId(), now(), output);
      case Attempt.Refused(String why) ->
          new Reply.Refused(id, call.callId(), now(), cut(clean.apply(why)));
      case Attempt.Misfit(String why) -> givenUp(call, clean.apply(why), idempotent);
      case Attempt.Unclear(String why) -> givenUp(call, clean.apply(why), idempotent);
      case Attempt.NotSent(String why) -> givenUp(call, clean.apply(why), true);
      case Attempt.Held(String why) -> givenUp(call, why, true);
    };
  }

  private Reply givenUp(ToolRequest call, String why, boolean harmless) {
    return harmless
        ? failed(call.callId(), why)
        : new Reply.Unknown(Reply.idOf(call.callId()), call.callId(), now(), cut(why));
  }

  private Guard guard(String tool, Binding binding) {
    return guards.computeIfAbsent(
        tool, name -> new Guard(name, binding.concurrency().orElse(limits.concurrency()), limits));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String cut(String why) {
    return why.length() <= MAX_ERROR_CHARACTERS ? why : why.substring(0, MAX_ERROR_CHARACTERS);
  }

  @Override
  public void close() {
    http.close();
  }
}
