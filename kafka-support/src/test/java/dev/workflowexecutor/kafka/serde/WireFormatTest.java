package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WireFormatTest {

  @Test
  void writesTheMagicByteAndTheIdBigEndian() {
    assertThat(WireFormat.header(0x01020384)).containsExactly(0, 1, 2, 3, 0x84);
  }

  @Property
  void readsTheIdThatItWrote(@ForAll int id) {
    assertThat(WireFormat.schemaId(WireFormat.header(id))).isEqualTo(id);
  }

  @Test
  void refusesWhatIsTooShort() {
    assertRefused(new byte[0]);
    assertRefused(new byte[] {0, 0, 0, 1});
  }

  @Test
  void refusesAnotherMagicByte() {
    assertRefused("{\"text\":\"hello\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> WireFormat.schemaId(bytes))
        .isInstanceOfSatisfying(
            UnreadableRecordException.class,
            e -> assertThat(e.kind()).isEqualTo(Kind.NOT_WIRE_FORMAT));
  }
}
