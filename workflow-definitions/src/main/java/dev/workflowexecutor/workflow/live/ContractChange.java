package dev.workflowexecutor.workflow.live;

import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool's contract as it is to be, beside the one that a step of a live workflow was compiled
 * with: what of the change the step can't live with.
 *
 * <p>An answer that fits the new contract has to fit the old one too, because the step holds
 * answers against the one it knows; and what the step gives has to fit the new one.
 */
record ContractChange(Workflow live, Step step, Tool declared) {

  /** What breaks, for people; empty if nothing does. */
  List<String> breaks() {
    List<String> breaks = new ArrayList<>();
    step.tool().output().forEach((name, known) -> output(name, known).ifPresent(breaks::add));
    step.with().forEach((name, given) -> input(name, given).ifPresent(breaks::add));
    declared
        .input()
        .forEach(
            (name, field) -> {
              if (!field.optional() && !step.with().containsKey(name)) {
                breaks.add("input '%s' has to be given and isn't".formatted(name));
              }
            });
    if (step.tool().idempotent() && !declared.idempotent()) {
      breaks.add("it isn't idempotent any more and is called again after a fault");
    }
    return breaks;
  }

  private Optional<String> output(String name, Field known) {
    Field now = declared.output().get(name);
    List<String> readers = OutputReads.of(live, step.name(), name);
    if (now == null) {
      return known.optional() && readers.isEmpty()
          ? Optional.empty()
          : Optional.of("output '%s' is gone%s".formatted(name, need(known, readers)));
    }
    if (now.optional() && !known.optional()) {
      return Optional.of("output '%s' has become optional%s".formatted(name, need(known, readers)));
    }
    return fits(now.type(), known.type())
        ? Optional.empty()
        : Optional.of(
            "output '%s' was %s and is %s%s"
                .formatted(name, words(known.type()), words(now.type()), need(known, readers)));
  }

  private static String need(Field known, List<String> readers) {
    String needed = known.optional() ? "" : ", and without it the answer is refused";
    return readers.isEmpty() ? needed : ", which is read by " + String.join(" and ", readers);
  }

  private Optional<String> input(String name, Expression given) {
    Field now = declared.input().get(name);
    if (now == null) {
      return Optional.of("input '%s' is gone and given as '%s'".formatted(name, given));
    }
    FieldType known = typeOf(step.tool().input(), name);
    return fits(known, now.type()) || givesOnly(now.type(), given)
        ? Optional.empty()
        : Optional.of(
            "input '%s' was %s, is %s, and is given as '%s'"
                .formatted(name, words(known), words(now.type()), given));
  }

  private static FieldType typeOf(Map<String, Field> fields, String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("expected a declared input, found '" + name + "'");
    }
    return field.type();
  }

  private boolean givesOnly(FieldType now, Expression given) {
    return now instanceof FieldType.Choice(List<String> choices)
        && new GivenValues(live).of(given).filter(choices::containsAll).isPresent();
  }

  /** Whether every value of one type is a value of the other. */
  private static boolean fits(FieldType value, FieldType wanted) {
    return switch (wanted) {
      case FieldType.Text _ -> value instanceof FieldType.Text || value instanceof FieldType.Choice;
      case FieldType.Choice(List<String> choices) ->
          value instanceof FieldType.Choice(List<String> some) && choices.containsAll(some);
      case FieldType.Bool _ -> value instanceof FieldType.Bool;
      case FieldType.IntegerNumber _ -> value instanceof FieldType.IntegerNumber;
      case FieldType.DecimalNumber _ ->
          value instanceof FieldType.DecimalNumber || value instanceof FieldType.IntegerNumber;
    };
  }

  private static String words(FieldType type) {
    return type instanceof FieldType.Choice(List<String> choices)
        ? "one of " + String.join(", ", choices)
        : type.keyword();
  }
}
