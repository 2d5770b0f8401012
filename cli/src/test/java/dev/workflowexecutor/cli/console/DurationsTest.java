package dev.workflowexecutor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"500ms,500", "30s,30000", "2m,120000", "1h,3600000", "7,7000", "0,0"})
  void readsWhatPeopleWrite(String written, long millis) {
    assertThat(new Durations().convert(written)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> new Durations().convert("soon"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected a duration like 30s, found 'soon'");
  }
}
