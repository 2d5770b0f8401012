package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.List;

/** Questions about facts. */
final class Questions {

  private static final int CHOICES_SHOWN = 10;

  private Questions() {}

  static Question about(Fact fact) {
    String text = fact.ask().orElseGet(() -> "Please tell me the " + spoken(fact.name()) + ".");
    return new Question(fact.name(), text, choices(fact.type()));
  }

  private static List<String> choices(FactType type) {
    return switch (type) {
      case FactType.Choice(var values) when values.size() <= CHOICES_SHOWN ->
          values.stream().map(ChoiceValue::value).toList();
      case FactType.Bool _ -> List.of("yes", "no");
      case FactType _ -> List.of();
    };
  }

  private static String spoken(String name) {
    return name.replace('_', ' ').replace('-', ' ');
  }
}
