package dev.workflowexecutor.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.standalone.Api;
import dev.workflowexecutor.standalone.SharedPlatform;
import dev.workflowexecutor.standalone.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class DatabaseOutageIT {

  private static final Duration DOWN = Duration.ofSeconds(20);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @Test
  void takesProblemsWithoutItsDatabaseAndCatchesUp(TestPlatform running) {
    Api api = running.api();
    String before = api.submit("No signal since yesterday in Pune").text("ticketId");
    awaitStored(api, before);
    List<Api.Answer> meanwhile = new ArrayList<>();

    ((ContainerPlatform) running)
        .infrastructure()
        .postgres()
        .without(
            () ->
                Awaitility.await()
                    .during(DOWN)
                    .atMost(DOWN.plus(LONG_ENOUGH))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                        () -> {
                          meanwhile.add(api.submit("When does my plan expire?"));
                          return api.ticket(before).status() == 503;
                        }));

    assertThat(meanwhile)
        .hasSizeGreaterThan(3)
        .allSatisfy(answer -> assertThat(answer.text("status")).isEqualTo("RESOLVED"));
    meanwhile.forEach(answer -> awaitStored(api, answer.text("ticketId")));
    assertThat(api.ticket(before).status()).isEqualTo(200);
  }

  private static void awaitStored(Api api, String ticket) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () -> {
              Api.Answer answer = api.ticket(ticket);
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.body().toString()).contains("RESOLVED");
            });
  }
}
