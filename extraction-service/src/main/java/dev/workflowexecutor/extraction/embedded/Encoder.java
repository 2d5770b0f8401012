package dev.workflowexecutor.extraction.embedded;

import java.util.List;

/** Turns texts that aren't blank into unit vectors; near texts have near vectors. Thread-safe. */
interface Encoder {

  /**
   * The vector of a text.
   *
   * @throws EncodingException if the model can't answer
   */
  float[] encode(String text);

  /** The vectors of texts, in their order. */
  default List<float[]> encodeAll(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }
}
