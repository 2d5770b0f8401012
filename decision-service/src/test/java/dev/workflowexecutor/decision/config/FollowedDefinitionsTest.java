package dev.workflowexecutor.decision.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.decide.Packs;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FollowedDefinitionsTest {

  private final AtomicReference<Catalog> catalog = new AtomicReference<>(Catalog.empty());

  @Test
  void answersAtOnceWhatIsKnown() {
    catalog.set(Packs.catalog());
    var definitions = new FollowedDefinitions(catalog::get, Duration.ofDays(1));

    assertThat(definitions.knowing("no_signal", it -> it.byIntent("no_signal").isPresent()))
        .isSameAs(catalog.get());
  }

  @Test
  void waitsForWhatIsPublishedLater() throws Exception {
    var definitions = new FollowedDefinitions(catalog::get, Duration.ofDays(1));
    CompletableFuture<Catalog> wanted =
        CompletableFuture.supplyAsync(
            () -> definitions.knowing("no_signal", it -> it.byIntent("no_signal").isPresent()));

    catalog.set(Packs.catalog());
    definitions.changed();

    assertThat(wanted.get(10, TimeUnit.SECONDS)).isSameAs(catalog.get());
  }

  @Test
  void goesOnWithoutWhatIsNeverPublished() {
    var definitions = new FollowedDefinitions(catalog::get, Duration.ofMillis(1));

    assertThat(definitions.knowing("no_signal", it -> it.byIntent("no_signal").isPresent()))
        .isSameAs(Catalog.empty());
  }
}
