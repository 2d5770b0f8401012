package dev.workflowexecutor.workflow.expression;

import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.List;
import java.util.Optional;

/** Which values a name can have, where its declaration limits them. */
public final class Domains {

  private final Vocabulary vocabulary;

  public Domains(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** All values of a name that is an intent or a choice; empty for any other name. */
  public Optional<List<String>> values(NamePath path) {
    return switch (path.root()) {
      case "intent" -> path.length() == 1 ? Optional.of(vocabulary.intents()) : Optional.empty();
      case "facts" -> path.length() == 2 ? factValues(path.names().get(1)) : Optional.empty();
      case "steps" -> output(path).flatMap(field -> fieldValues(field.type()));
      default -> Optional.empty();
    };
  }

  /** The declared output field that a path names. */
  public Optional<Field> output(NamePath path) {
    if (!path.root().equals("steps") || path.length() != 3) {
      return Optional.empty();
    }
    Tool tool = vocabulary.steps().get(path.names().get(1));
    return Optional.ofNullable(tool).map(known -> known.output().get(path.names().get(2)));
  }

  private Optional<List<String>> factValues(String name) {
    return vocabulary.facts().get(name) instanceof FactType.Choice choice
        ? Optional.of(choice.canonicalValues())
        : Optional.empty();
  }

  private static Optional<List<String>> fieldValues(FieldType type) {
    return type instanceof FieldType.Choice(var choices) ? Optional.of(choices) : Optional.empty();
  }
}
