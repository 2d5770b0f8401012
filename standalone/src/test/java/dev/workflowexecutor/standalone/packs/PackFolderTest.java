package dev.workflowexecutor.standalone.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFolderTest {

  @TempDir Path folder;

  @Test
  void takesAFolderWithYamlForAPack() throws IOException {
    write("billing.yaml", "workflow: billing");

    assertThat(PackFolder.find(folder)).containsExactly(new PackFolder(folder));
  }

  @Test
  void findsThePacksInAFolder() throws IOException {
    write("telecom/network.yaml", "");
    write("bank/cards.yml", "");
    write("readme/README.md", "");

    assertThat(PackFolder.find(folder))
        .containsExactly(
            new PackFolder(folder.resolve("bank")), new PackFolder(folder.resolve("telecom")));
  }

  @Test
  void tellsDefinitionsFromScenariosAndTheRest() throws IOException {
    write("network.yaml", "a");
    write("tables/regions.csv", "b");
    write("tests/network.yaml", "c");
    write("README.md", "d");
    write(".hidden/x.yaml", "e");

    PackFolder pack = new PackFolder(folder);

    assertThat(pack.definition().files())
        .containsOnlyKeys("network.yaml", "tables/regions.csv")
        .containsEntry("network.yaml", "a");
    assertThat(pack.scenarios()).containsOnlyKeys("tests/network.yaml");
  }

  @Test
  void saysWhereItFoundNoPack() {
    assertThatThrownBy(() -> PackFolder.find(folder))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> PackFolder.find(folder.resolve("absent")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("no folder");
  }

  @Test
  void saysWhichFileIsNotText() throws IOException {
    Files.write(folder.resolve("network.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> new PackFolder(folder).definition())
        .isInstanceOf(StartException.class)
        .hasMessageContaining("expected UTF-8 in " + folder.resolve("network.yaml"));
  }

  @Test
  void refusesAPackWithErrorsAndTellsThem() throws IOException {
    write("network.yaml", "workflow: network\nversion: nonsense\n");

    assertThatThrownBy(() -> CompiledPack.at(folder))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("network.yaml:2:");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
