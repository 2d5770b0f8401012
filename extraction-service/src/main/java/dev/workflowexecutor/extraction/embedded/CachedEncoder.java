package dev.workflowexecutor.extraction.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Remembers the vectors of the last training's texts, so that the next encodes only what is new.
 */
final class CachedEncoder {

  private final Encoder encoder;
  private Map<String, float[]> vectors = Map.of();

  CachedEncoder(Encoder encoder) {
    this.encoder = encoder;
  }

  Encoder encoder() {
    return encoder;
  }

  /** The vectors of these texts, which alone are remembered. */
  synchronized List<float[]> encodeAll(List<String> texts) {
    Set<String> unknown = new LinkedHashSet<>(texts);
    unknown.removeAll(vectors.keySet());
    List<String> missing = new ArrayList<>(unknown);
    List<float[]> encoded = encoder.encodeAll(missing);
    Map<String, float[]> current = new HashMap<>();
    for (int i = 0; i < missing.size(); i++) {
      current.put(missing.get(i), encoded.get(i));
    }
    for (String text : texts) {
      current.computeIfAbsent(text, vectors::get);
    }
    vectors = current;
    return texts.stream().map(text -> Objects.requireNonNull(current.get(text))).toList();
  }
}
