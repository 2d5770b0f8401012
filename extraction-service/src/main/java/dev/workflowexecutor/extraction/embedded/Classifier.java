package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.extraction.intent.Score;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the intents of a catalog for a text; trained once, immutable and thread-safe. */
final class Classifier {

  private static final int MOST_SCORES = 5;
  private static final int FEWEST_ROWS = 20;
  // Below it even the best guess is wrong for two of three messages, however near the topic.
  private static final double LEAST_PROBABLE = 0.3;

  private final List<String> intents;
  private final Encoder encoder;
  private final Vocabulary vocabulary;
  private final IntentModel model;
  private final Calibration calibration;
  private final Gate gate;

  private Classifier(
      List<String> intents,
      Encoder encoder,
      Vocabulary vocabulary,
      IntentModel model,
      Calibration calibration,
      Gate gate) {
    this.intents = intents;
    this.encoder = encoder;
    this.vocabulary = vocabulary;
    this.model = model;
    this.calibration = calibration;
    this.gate = gate;
  }

  /** Learns the texts; the same texts give the same classifier. */
  static Classifier train(TrainingTexts texts, Vocabulary vocabulary, CachedEncoder encoder) {
    Exemplars rows = texts.encoded(encoder);
    IntentModel model = IntentModel.train(rows);
    int background = texts.intents().size();
    Calibration calibration = Calibration.USUAL;
    Gate gate = Gate.USUAL;
    OutOfFold unseen = OutOfFold.of(rows);
    long inside = IntStream.of(unseen.labels()).filter(label -> label != background).count();
    if (inside >= FEWEST_ROWS) {
      calibration = Calibration.of(unseen.opinions(), unseen.labels());
      gate = gate(unseen, calibration, background);
    }
    return new Classifier(texts.intents(), encoder.encoder(), vocabulary, model, calibration, gate);
  }

  /** Ranks the intents for a text; a blank one is about nothing. */
  Ranking rank(String text) {
    if (text.isBlank()) {
      return Ranking.nothing();
    }
    String repaired = vocabulary.repair(text);
    float[] vector = encoder.encode(text);
    if (!repaired.equals(text)) {
      vector = Vectors.between(vector, encoder.encode(repaired));
    }
    float[] probabilities = calibration.probabilities(model.opinion(vector, repaired));
    int best = mostProbable(probabilities, intents.size());
    double nearest = model.nearest(best, vector);
    boolean admitted =
        probabilities[best] >= LEAST_PROBABLE
            && gate.admits(new Evidence(probabilities[best], nearest));
    return new Ranking(scores(probabilities), nearest, admitted);
  }

  private static Gate gate(OutOfFold unseen, Calibration calibration, int background) {
    List<Evidence> inside = new ArrayList<>();
    List<Evidence> outside = new ArrayList<>();
    for (int row = 0; row < unseen.labels().length; row++) {
      float[] probabilities = calibration.probabilities(unseen.opinions().get(row));
      int best = mostProbable(probabilities, background);
      var evidence = new Evidence(probabilities[best], unseen.witnesses().get(row).nearest(best));
      (unseen.labels()[row] == background ? outside : inside).add(evidence);
    }
    return outside.isEmpty() ? Gate.USUAL : Gate.of(inside, outside);
  }

  private static int mostProbable(float[] probabilities, int intents) {
    int best = 0;
    for (int intent = 1; intent < intents; intent++) {
      if (probabilities[intent] > probabilities[best]) {
        best = intent;
      }
    }
    return best;
  }

  private List<Score> scores(float[] probabilities) {
    return IntStream.range(0, intents.size())
        .mapToObj(i -> new Score(intents.get(i), Math.clamp(probabilities[i], 0.0, 1.0)))
        .sorted(Comparator.comparingDouble(Score::confidence).reversed())
        .limit(MOST_SCORES)
        .toList();
  }
}
