package dev.workflowexecutor.extraction.testing;

import dev.workflowexecutor.extraction.evaluate.LabelledRow;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The BANKING77 data, which aren't part of this repository: 13,083 questions of bank customers.
 *
 * @see <a href="https://arxiv.org/abs/2003.04807">Casanueva et al. 2020</a>
 */
public final class Banking77 {

  /** Names the folder of {@code train.csv} and {@code test.csv}. */
  public static final String PROPERTY = "banking77";

  private static final String BESIDE_THE_CHECKOUT = "shared/data/banking77";

  private final Path folder;

  private Banking77(Path folder) {
    this.folder = folder;
  }

  /** The data, if they are there: where the property says, or in a folder next to the checkout. */
  public static Optional<Banking77> find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Optional.of(new Banking77(Path.of(named)));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve(BESIDE_THE_CHECKOUT);
      if (Files.isRegularFile(folder.resolve("train.csv"))) {
        return Optional.of(new Banking77(folder));
      }
    }
    return Optional.empty();
  }

  /** A catalog of one workflow with all intents, each with at most so many examples. */
  public Catalog catalog(int examplesPerIntent) {
    Map<String, List<String>> examples = new TreeMap<>();
    for (LabelledRow row : rows("train.csv")) {
      examples.computeIfAbsent(row.intent().orElseThrow(), _ -> new ArrayList<>()).add(row.text());
    }
    List<Intent> intents = new ArrayList<>();
    examples.forEach(
        (intent, texts) -> {
          Collections.shuffle(texts, new Random(1));
          List<String> some = texts.subList(0, Math.min(examplesPerIntent, texts.size()));
          intents.add(new Intent(intent, intent.replace('_', ' '), some));
        });
    return Catalogs.of("banking", intents, List.of());
  }

  /** The rows to measure with. */
  public List<LabelledRow> test() {
    return rows("test.csv");
  }

  private List<LabelledRow> rows(String file) {
    try (Reader csv = Files.newBufferedReader(folder.resolve(file))) {
      return LabelledRow.readCsv(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
