package dev.workflowexecutor.extraction.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainedReadersTest {

  private static final Catalog FIRST = catalog("first");
  private static final Catalog SECOND = catalog("second");
  private static final Catalog THIRD = catalog("third");

  private final Semaphore mayTrain = new Semaphore(0);
  private final List<Catalog> trained = new CopyOnWriteArrayList<>();
  private TrainedReaders readers = new TrainedReaders(this::train, Duration.ofMinutes(5));

  @AfterEach
  void closes() {
    mayTrain.release(100);
    readers.close();
  }

  @Test
  void makesWhoAsksWaitForTheFirstTraining() {
    readers.train(FIRST);
    CompletableFuture<String> asked = ask();

    assertThat(asked).isNotDone();
    mayTrain.release();

    assertThat(asked.join()).isEqualTo(FIRST.hash());
    assertThat(readers.isUpToDate()).isTrue();
  }

  @Test
  void makesWhoAsksWaitForWhatWasPublishedMeanwhile() {
    trainFirst();
    readers.train(SECOND);
    CompletableFuture<String> asked = ask();

    assertThat(readers.isUpToDate()).isFalse();
    assertThat(asked).isNotDone();
    mayTrain.release();

    assertThat(asked.join()).isEqualTo(SECOND.hash());
  }

  @Test
  void handsOutTheReadersOfTheTimeBeforeWhenATrainingTakesTooLong() {
    readers = new TrainedReaders(this::train, Duration.ofMillis(20));
    trainFirst();
    readers.train(SECOND);

    assertThat(ask().join()).isEqualTo(FIRST.hash());
  }

  @Test
  void makesWhoAsksWaitForTheFirstWorkflow() {
    readers = new TrainedReaders(this::train, Duration.ZERO);
    mayTrain.release();
    readers.train(Catalog.empty());
    await().until(() -> trained.contains(Catalog.empty()));
    readers.train(FIRST);
    await().until(mayTrain::hasQueuedThreads);
    CompletableFuture<String> asked = ask();

    assertThat(readers.isUpToDate()).isFalse();
    mayTrain.release();

    assertThat(asked.join()).isEqualTo(FIRST.hash());
  }

  @Test
  void letsGoOfWhoWaitsWhenItIsClosed() {
    CompletableFuture<String> asked = ask();
    assertThat(asked).isNotDone();

    readers.close();

    assertThat(asked).failsWithin(Duration.ofMinutes(1));
    assertThat(asked.exceptionNow()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void trainsWhatArrivesDuringATrainingTogether() {
    readers.train(FIRST);
    readers.train(SECOND);
    readers.train(THIRD);
    mayTrain.release(3);

    await().until(readers::isUpToDate);
    assertThat(ask().join()).isEqualTo(THIRD.hash());
    assertThat(trained).doesNotContain(SECOND);
  }

  @Test
  void doesNotTrainTheSameDefinitionsAgain() {
    trainFirst();
    readers.train(catalog("first"));

    assertThat(readers.isUpToDate()).isTrue();
    assertThat(trained).hasSize(1);
  }

  private void trainFirst() {
    mayTrain.release();
    readers.train(FIRST);
    await().until(readers::isUpToDate);
  }

  private CompletableFuture<String> ask() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            Message message = new Message("hello", Instant.EPOCH);
            answer.complete(readers.current().extract(message).definitions());
          } catch (InterruptedException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private ExtractIntent train(Catalog catalog) {
    mayTrain.acquireUninterruptibly();
    trained.add(catalog);
    return new ExtractIntent(new Silent(catalog));
  }

  private static Catalog catalog(String workflow) {
    return Catalogs.of(workflow, List.of(), List.of());
  }

  private record Silent(Catalog catalog) implements IntentReader {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Read read(Message message) {
      return Read.nothing();
    }
  }
}
