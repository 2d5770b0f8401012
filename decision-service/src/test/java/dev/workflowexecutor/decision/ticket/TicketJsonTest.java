package dev.workflowexecutor.decision.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketJsonTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00.123Z");
  private static final Request REQUEST =
      new Request(new Binding("network", 3, "abc"), "no_signal", "kein Signal 📵");

  private final Ticket ticket =
      Ticket.opened("T-1", START, Duration.ofHours(24))
          .nextTurn("p1", START.plusSeconds(1))
          .stating(Map.of("region", StatedFact.now("west", "Pune")))
          .giving(Map.of("account_type", new GivenFact("Prepaid", START)))
          .asking("since");

  @Test
  void givesEveryPhaseBackAsItWas() {
    OpenQuestion question = new OpenQuestion("since", "Since when?", "d1", "p1", START);

    for (Phase phase :
        new Phase[] {
          new Phase.Idle(),
          new Phase.Asking(REQUEST, question),
          new Phase.Done(REQUEST),
          new Phase.Ended()
        }) {
      Ticket stored = ticket.decided(phase, Duration.ofMinutes(90), "d1");

      assertThat(TicketJson.read(TicketJson.write(stored))).isEqualTo(stored);
    }
  }

  @Test
  void writesOneFormOnly() {
    Ticket stored = ticket.decided(new Phase.Done(REQUEST), Duration.ofHours(24), "d1");

    assertThat(new String(TicketJson.write(stored), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"format":1,"ticketId":"T-1","turn":1,"ended":false,\
            "request":{"workflow":"network","version":3,"hash":"abc","intent":"no_signal",\
            "text":"kein Signal 📵"},"question":null,\
            "stated":{"region":{"value":"west","source":"USER","evidence":"Pune"}},\
            "given":{"account_type":{"value":"Prepaid","at":"2026-03-02T10:00:00.123Z"}},\
            "asked":{"since":1},"seen":["p1"],"lastActivity":"2026-03-02T10:00:01.123Z",\
            "expiresAfter":"PT24H","lastDecisionId":"d1"}\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"format\":1}",
        "{\"format\":2,\"ticketId\":\"T-1\"}"
      })
  void refusesWhatIsNoTicketOfThisFormat(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> TicketJson.read(bytes)).isInstanceOf(IllegalArgumentException.class);
  }
}
