package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The texts that a catalog teaches, by intent in the order of their names, and last the background.
 */
final class TrainingTexts {

  // Nearer than this to an example, everyday talk is what some workflow is about.
  private static final double NEAR = 0.85;

  private final List<String> intents = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Boolean> spoken = new ArrayList<>();

  TrainingTexts(Catalog catalog) {
    catalog.latest().stream()
        .flatMap(workflow -> workflow.intents().values().stream())
        .sorted(Comparator.comparing(Intent::name))
        .forEach(this::add);
  }

  /** The intents by label. */
  List<String> intents() {
    return List.copyOf(intents);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The rows with their vectors; the label after the last intent's is the background's. */
  Exemplars encoded(CachedEncoder encoder) {
    int own = texts.size();
    Background.sentences().forEach(sentence -> add(sentence, intents.size(), true));
    List<float[]> vectors = encoder.encodeAll(texts);
    Exemplars all =
        new Exemplars(
            texts,
            vectors,
            labels.stream().mapToInt(Integer::intValue).toArray(),
            bits(),
            intents.size() + 1);
    List<float[]> taught = vectors.subList(0, own);
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      if (row < own || isFar(vectors.get(row), taught)) {
        rows.add(row);
      }
    }
    return all.only(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private void add(Intent intent) {
    int label = intents.size();
    intents.add(intent.name());
    intent.examples().forEach(example -> add(example, label, true));
    add(intent.name().replace('_', ' ').replace('-', ' '), label, false);
    add(intent.description(), label, false);
  }

  private void add(String text, int label, boolean said) {
    if (!text.isBlank()) {
      texts.add(text);
      labels.add(label);
      spoken.add(said);
    }
  }

  private boolean[] bits() {
    boolean[] bits = new boolean[spoken.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = spoken.get(i);
    }
    return bits;
  }

  private static boolean isFar(float[] vector, List<float[]> others) {
    return others.stream().noneMatch(other -> Vectors.dot(vector, other) >= NEAR);
  }
}
