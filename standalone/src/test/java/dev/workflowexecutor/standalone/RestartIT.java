package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

  @TempDir Path data;

  @Test
  void continuesWhereItWas() {
    Api.Answer asked;
    Api.Answer before;
    try (TestPlatform first = TestPlatform.start(data)) {
      asked = first.api().submit("There has been no signal on my phone since yesterday");
      before = first.api().ticket(asked.text("ticketId"));
    }

    try (TestPlatform second = TestPlatform.start(data)) {
      Api api = second.api();
      assertThat(asked.text("status")).isEqualTo("NEEDS_INFO");
      assertThat(api.ticket(asked.text("ticketId"))).isEqualTo(before);

      Api.Answer answered = api.submit("Pune", asked.text("ticketId"));

      assertThat(answered.text("status")).isEqualTo("RESOLVED");
      assertThat(answered.text("message")).contains("6 PM");
      assertThat(new Topics(second.platform()).results(asked.text("ticketId")))
          .extracting(result -> result.getStatus().toString())
          .containsExactly("NEEDS_INFO", "RESOLVED");
    }
  }
}
