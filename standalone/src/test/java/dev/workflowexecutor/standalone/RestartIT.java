package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class RestartIT {

  @Test
  void continuesWhereItWas(TestPlatform running) {
    Api.Answer asked = running.api().submit("There has been no signal on my phone since yesterday");
    String ticket = asked.text("ticketId");
    Api.Answer before = running.api().ticket(ticket);

    running.restart();

    assertThat(asked.text("status")).isEqualTo("NEEDS_INFO");
    assertThat(running.api().ticket(ticket)).isEqualTo(before);
    Api.Answer answered = running.api().submit("Pune", ticket);
    assertThat(answered.text("status")).isEqualTo("RESOLVED");
    assertThat(answered.text("message")).contains("6 PM");
    assertThat(running.topics().results(ticket))
        .extracting(result -> result.getStatus().toString())
        .containsExactly("NEEDS_INFO", "RESOLVED");
  }
}
