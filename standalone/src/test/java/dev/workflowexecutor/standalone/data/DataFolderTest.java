package dev.workflowexecutor.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.standalone.startup.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path parent;

  @Test
  void createsItsParts() {
    try (DataFolder data = DataFolder.open(parent.resolve("a/b"))) {
      assertThat(data.part("kafka")).isDirectory().isEqualTo(parent.resolve("a/b/kafka"));
    }
  }

  @Test
  void refusesASecondOwner() {
    try (DataFolder first = DataFolder.open(parent)) {
      assertThatThrownBy(() -> DataFolder.open(first.root()))
          .isInstanceOf(StartException.class)
          .hasMessageContaining(parent.toString())
          .hasMessageContaining("in use by another platform");
    }
  }

  @Test
  void isFreeAgainAfterItWasClosed() {
    DataFolder.open(parent).close();

    DataFolder.open(parent).close();

    assertThat(parent.resolve("platform.lock")).exists();
  }

  @Test
  void saysWhichFolderCantBeWritten() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "not a folder");

    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("can't write to the folder " + file)
        .hasMessageContaining("--data");
  }
}
