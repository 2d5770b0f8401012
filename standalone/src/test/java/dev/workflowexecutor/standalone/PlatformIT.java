package dev.workflowexecutor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.nio.file.Files;
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

  private static final String LIBRARY =
      """
      workflow: library
      version: 1
      description: Answers questions about borrowed books.
      intents:
        renew_book:
          description: Somebody wants to keep a borrowed book for longer.
          examples:
            - renew my library book
            - I want to keep the book I borrowed for longer
            - extend the loan of my book
            - can I renew the novel
            - the book is due tomorrow, please extend it
      facts: {}
      decide:
        - rule: at-the-desk
          otherwise: true
          reject: "Books are renewed at the desk."
      """;
  private static final String SHELF =
      LIBRARY.replace("library", "shelf").replace("renew_book", "find_book");
  private static final String OUTAGES =
      """
      workflow: outages
      version: 1
      description: Tells of outages.
      intents: { ask_for_outages: { examples: [list all outages of the week] } }
      facts: {}
      decide: [{ rule: always, otherwise: true, execute: true }]
      steps: [{ step: look, call: network.findOutage, with: { region: "'pune'" } }]
      outcomes: [{ otherwise: true, resolved: "Found: {steps.look.status}." }]
      """;

  @Test
  void resolvesAProblemThatComesByHttp(TestPlatform running) {
    Api.Answer answer = running.api().submit("No signal since yesterday in Pune");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("RESOLVED");
    assertThat(answer.text("message")).contains("6 PM");
  }

  @Test
  void asksTheToolAboutTheSubscriberThatTheUpstreamSystemNames(TestPlatform running) {
    String body =
        "{\"text\":\"When does my plan expire?\",\"attributes\":{\"msisdn\":\"98234 56789\"}}";

    Api.Answer answer = running.api().post(body.getBytes(UTF_8), 60);

    assertThat(answer.text("message")).isEqualTo("Your plan Data 98 is valid until 20 November.");
  }

  @Test
  void resolvesAProblemThatComesByTopic(TestPlatform running) {
    Topics topics = running.topics();

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
    Topics topics = running.topics();
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
  void understandsWhatIsPublishedWhileItRuns(TestPlatform running, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("library.yaml"), LIBRARY);

    publish(running, folder);

    Api.Answer answer = running.api().submit("I want to renew the book I borrowed");
    assertThat(answer.text("status")).isEqualTo("REJECTED");
    assertThat(answer.text("message")).isEqualTo("Books are renewed at the desk.");
  }

  @Test
  void refusesOtherContentUnderAPublishedVersion(TestPlatform running, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("shelf.yaml"), SHELF);
    publish(running, folder);
    Files.writeString(folder.resolve("shelf.yaml"), SHELF.replace("desk", "door"));

    assertThatThrownBy(() -> publish(running, folder))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("shelf@1")
        .hasMessageContaining("raise 'version'");
  }

  @Test
  void refusesAToolContractThatALiveDefinitionCannotWorkWith(
      TestPlatform running, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("outages.yaml"), OUTAGES);
    Files.writeString(
        folder.resolve("tools.yaml"),
        """
        tools:
          network.findOutage:
            idempotent: true
            input: { region: { type: text } }
            output: { status: { type: choice, choices: [none, outage] } }
        """);

    assertThatThrownBy(() -> publish(running, folder))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("outages@1 of " + folder + " can't be published:")
        .hasMessageContaining("tools.yaml:2:3: error: expected a contract of network.findOutage")
        .hasMessageContaining("the live network-troubleshooting@")
        .hasMessageContaining("output 'eta' is gone, which is read by outcome");
  }

  @Test
  void listensOnLoopbackOnly(TestPlatform running) throws Exception {
    assertThat(List.of(running.http().getHost(), running.registry().getHost()))
        .containsOnly("127.0.0.1");
    assertThat(running.kafka()).startsWith("127.0.0.1:");
    for (var address : NetworkAddresses.notLoopback()) {
      int port = running.http().getPort();
      assertThat(NetworkAddresses.answers(address, port)).as("%s:%d", address, port).isFalse();
    }
  }

  private static void publish(TestPlatform running, Path folder) {
    new PackPublication(
            Map.of(
                "bootstrap.servers", running.kafka(),
                "schema.registry.url", running.registry().toString()))
        .publish(CompiledPack.at(folder), (workflow, result) -> {});
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
