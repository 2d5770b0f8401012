package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void coolsAModelThatIsTooSureOfItself() {
    List<IntentModel.Opinion> opinions = new ArrayList<>();
    int[] labels = new int[100];
    for (int row = 0; row < labels.length; row++) {
      float[] tooSure = {8, 0};
      opinions.add(new IntentModel.Opinion(tooSure, tooSure));
      labels[row] = row % 4 == 0 ? 1 : 0;
    }

    Calibration calibration = Calibration.of(opinions, labels);

    assertThat((double) calibration.probabilities(opinions.getFirst())[0]).isBetween(0.7, 0.8);
  }

  @Test
  void trustsTheRegressionThatIsRight() {
    List<IntentModel.Opinion> opinions = new ArrayList<>();
    int[] labels = new int[100];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row % 2;
      float[] right = labels[row] == 0 ? new float[] {1, 0} : new float[] {0, 1};
      opinions.add(new IntentModel.Opinion(new float[] {0, 0}, right));
    }

    assertThat(Calibration.of(opinions, labels).weight()).isEqualTo(0.4);
  }
}
