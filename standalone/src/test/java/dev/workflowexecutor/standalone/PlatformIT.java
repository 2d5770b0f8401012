package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.standalone.startup.Progress;
import dev.workflowexecutor.standalone.startup.StartException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPlatform.class)
class PlatformIT {

  @Test
  void resolvesAProblemThatComesByHttp(TestPlatform running) {
    Api.Answer answer = running.api().submit("No signal since yesterday in Pune");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("RESOLVED");
    assertThat(answer.text("message")).contains("6 PM");
  }

  @Test
  void resolvesAProblemThatComesByTopic(TestPlatform running) {
    Topics topics = new Topics(running.platform());

    topics.submit(problem("by-topic", "When does my plan expire?"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(topics.results("by-topic"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.getStatus()).hasToString("RESOLVED")));
  }

  @Test
  void givesOneOutcomeForAProblemThatComesTwice(TestPlatform running) {
    Topics topics = new Topics(running.platform());
    topics.submit(problem("twice", "When does my plan expire?"));
    topics.submit(problem("twice", "When does my plan expire?"));

    topics.submit(
        RawProblem.newBuilder(problem("twice", "my recharge failed"))
            .setProblemId("twice-after")
            .setContinuesTicket(true)
            .build());

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(topics.results("twice"))
                    .extracting(result -> result.getProblemId())
                    .containsExactly("twice-problem", "twice-after"));
  }

  @Test
  void refusesASecondPlatformOnTheSameFolder(TestPlatform running) {
    PlatformSettings settings = PlatformSettings.in(running.platform().data());

    assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("in use by another platform");
  }

  @Test
  void saysThatItsHttpPortIsTaken(TestPlatform running, @TempDir Path folder) {
    int taken = running.platform().http().getPort();
    PlatformSettings settings = PlatformSettings.in(folder).on(new Ports(taken, 0, 0));

    assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("port " + taken + " for HTTP is taken")
        .hasMessageContaining("--http-port");
  }

  @Test
  void freesWhatItHasWhenItCanNotStart(TestPlatform running, @TempDir Path folder) {
    int taken = Integer.parseInt(running.platform().kafka().replaceAll(".*:", ""));
    PlatformSettings settings = PlatformSettings.in(folder).on(new Ports(0, taken, 0));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Platform.start(settings, Progress.silent()))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("port " + taken + " for Kafka is taken");
    }
  }

  @Test
  void listensOnLoopbackOnly(TestPlatform running) throws Exception {
    assertThat(
            List.of(running.platform().http().getHost(), running.platform().registry().getHost()))
        .containsOnly("127.0.0.1");
    assertThat(running.platform().kafka()).startsWith("127.0.0.1:");
    for (var address : NetworkAddresses.notLoopback()) {
      int port = running.platform().http().getPort();
      assertThat(NetworkAddresses.answers(address, port)).as("%s:%d", address, port).isFalse();
    }
  }

  @Test
  void tellsWhatItHoldsInMemory(TestPlatform running) {
    assertThat(running.platform().memory())
        .hasValueSatisfying(held -> assertThat(held.peak()).isPositive());
  }

  private static RawProblem problem(String ticket, String text) {
    return RawProblem.newBuilder()
        .setProblemId(ticket + "-problem")
        .setTicketId(ticket)
        .setText(text)
        .setAttributes(Map.of())
        .setContinuesTicket(false)
        .setSource("test")
        .setSubmittedAt(Instant.now())
        .build();
  }
}
