package dev.workflowexecutor.kafka.gate;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks about several things at once, because each answer takes its way over the network. */
final class AtOnce {

  private AtOnce() {}

  /** The answers in the order of the questions; the first fault is thrown once all are done. */
  static <Q, A> List<A> atOnce(Collection<Q> questions, Function<? super Q, ? extends A> ask)
      throws InterruptedException {
    List<Callable<A>> tasks =
        questions.stream().<Callable<A>>map(question -> () -> ask.apply(question)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(tasks).stream().map(AtOnce::answer).toList();
    }
  }

  private static <A> A answer(Future<A> done) {
    return switch (done.state()) {
      case SUCCESS -> done.resultNow();
      case FAILED -> throw fault(done.exceptionNow());
      case RUNNING, CANCELLED ->
          throw new IllegalStateException("expected an answer or a fault, found " + done.state());
    };
  }

  private static RuntimeException fault(Throwable thrown) {
    return thrown instanceof RuntimeException fault ? fault : new IllegalStateException(thrown);
  }
}
