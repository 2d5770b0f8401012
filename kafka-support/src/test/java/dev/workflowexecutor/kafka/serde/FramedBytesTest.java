package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramedBytesTest {

  @Test
  void beginsWithTheHeaderEachTime() {
    var bytes = new FramedBytes(new byte[] {1, 2}, 8);
    bytes.write(3);
    bytes.reset();

    bytes.write(new byte[] {9, 4, 5, 9}, 1, 2);

    assertThat(bytes.toByteArray()).containsExactly(1, 2, 4, 5);
  }

  @Test
  void growsWithWhatIsWritten() {
    var bytes = new FramedBytes(new byte[] {1}, 0);

    bytes.write(2);
    bytes.write(new byte[1_000], 0, 1_000);
    bytes.write(3);

    assertThat(bytes.toByteArray()).hasSize(1_003).startsWith(1, 2, 0).endsWith(0, 3);
  }

  @Test
  void givesArraysOfTheirOwn() {
    var bytes = new FramedBytes(new byte[] {1}, 8);
    byte[] first = bytes.toByteArray();

    bytes.write(2);

    assertThat(first).containsExactly(1);
  }
}
