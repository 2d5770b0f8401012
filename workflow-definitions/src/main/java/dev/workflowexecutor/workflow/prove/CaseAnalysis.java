package dev.workflowexecutor.workflow.prove;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.expression.NamePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Goes through all cases that a list of choices can tell apart.
 *
 * <p>It looks at no fewer cases than there are: parts that it doesn't look into may be true or
 * false independently of each other. So a choice that it calls dead is never chosen, and choices
 * that it calls total leave no case open; it may miss a dead one, and call choices open that are
 * total.
 */
public final class CaseAnalysis {

  private static final int MAX_CASES = 100_000;

  private final List<Choice> choices;
  private final Evaluation evaluation;
  private final Values values;
  private final Set<Integer> chosen = new TreeSet<>();
  private final Set<Integer> chosenNeedlessly = new TreeSet<>();
  private final Map<Read, NamePath> absent = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();
  private int cases;

  private CaseAnalysis(Situation situation, List<Choice> choices) {
    this.choices = choices;
    // A list: equal trees of different texts are told apart by identity.
    List<CelAbstractSyntaxTree> trees = new ArrayList<>();
    choices.forEach(choice -> trees.add(choice.when()));
    choices.forEach(choice -> trees.addAll(choice.reads()));
    situation.steps().values().forEach(turn -> trees.add(turn.when()));
    List<CelExpr> expressions = trees.stream().map(CelAbstractSyntaxTree::getExpr).toList();
    this.values = new Values(situation.vocabulary(), expressions);
    this.evaluation = new Evaluation(situation, new Trees(trees), values);
  }

  /**
   * Something that is evaluated though it may be absent.
   *
   * @param choice the index of the choice
   * @param read the index of what it reads when it is chosen; -1 for its condition
   */
  public record Read(int choice, int read) {}

  /** What came of it. */
  public sealed interface Result {

    /**
     * All cases were gone through.
     *
     * @param dead the choices that are never chosen
     * @param open a case in which none is chosen, in words
     * @param absent names that may be absent where they are read; of conditions only outputs
     * @param needless choices that may be chosen though the name is there that ought to be absent
     */
    record Complete(
        List<Integer> dead,
        Optional<String> open,
        Map<Read, NamePath> absent,
        Set<Integer> needless)
        implements Result {}

    /** There are too many cases. */
    record TooMany() implements Result {}
  }

  /** Goes through the cases of choices in a situation. */
  public static Result of(Situation situation, List<Choice> choices) {
    CaseAnalysis analysis = new CaseAnalysis(situation, choices);
    analysis.choose(0, World.OPEN);
    if (analysis.cases > MAX_CASES) {
      return new Result.TooMany();
    }
    List<Integer> dead = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      if (!analysis.chosen.contains(i)) {
        dead.add(i);
      }
    }
    return new Result.Complete(dead, analysis.open, analysis.absent, analysis.chosenNeedlessly);
  }

  private void choose(int index, World world) {
    if (++cases > MAX_CASES) {
      return;
    }
    if (index == choices.size()) {
      open = open.or(() -> Optional.of(world.describe()));
      return;
    }
    switch (evaluation.evaluate(choices.get(index).when().getExpr(), world)) {
      case Answer.Needs(Variable variable) ->
          branches(variable, world).forEach(branch -> choose(index, branch));
      case Answer.Known(boolean holds) when holds -> chosen(index, world);
      case Answer.Absent(NamePath path) -> {
        if (path.root().equals("steps")) {
          absent.putIfAbsent(new Read(index, -1), path);
        }
        choose(index + 1, world);
      }
      case Answer.Known _, Answer.Value _, Answer.Fails _ -> choose(index + 1, world);
    }
  }

  private void chosen(int index, World world) {
    chosen.add(index);
    Choice choice = choices.get(index);
    for (int read = 0; read < choice.reads().size(); read++) {
      read(new Read(index, read), choice.reads().get(read).getExpr(), world);
    }
    choice
        .missing()
        .map(name -> evaluation.presence(name, world))
        .filter(there -> there instanceof Answer.Needs || there.equals(Answer.TRUE))
        .ifPresent(_ -> chosenNeedlessly.add(index));
  }

  private void read(Read read, CelExpr expression, World world) {
    if (absent.containsKey(read) || ++cases > MAX_CASES) {
      return;
    }
    switch (evaluation.evaluate(expression, world)) {
      case Answer.Needs(Variable variable) ->
          branches(variable, world).forEach(branch -> read(read, expression, branch));
      case Answer.Absent(NamePath path) -> absent.put(read, path);
      case Answer.Known _, Answer.Value _, Answer.Fails _ -> {}
    }
  }

  private Stream<World> branches(Variable variable, World world) {
    List<Object> possible =
        switch (variable) {
          case Variable.Presence _ -> List.of(true, false);
          case Variable.Content(NamePath path) -> values.of(path).orElse(List.of());
          case Variable.Opaque(String _, boolean mayFail) ->
              mayFail
                  ? List.of(Answer.TRUE, Answer.FALSE, new Answer.Fails())
                  : List.of(Answer.TRUE, Answer.FALSE);
        };
    return possible.stream().map(value -> world.with(variable, value));
  }
}
