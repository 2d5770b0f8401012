package dev.workflowexecutor.workflow.prove;

import dev.workflowexecutor.workflow.expression.Domains;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.prove.Situation.Turn;

/** Whether facts and outputs are there: by declaration, or because their step has run. */
final class Presence {

  private final Situation situation;
  private final Domains domains;
  private final Evaluation evaluation;

  Presence(Situation situation, Evaluation evaluation) {
    this.situation = situation;
    this.domains = new Domains(situation.vocabulary());
    this.evaluation = evaluation;
  }

  /** Whether a path names a fact, a step, or a field of one. */
  static boolean isFollowed(NamePath path) {
    return path.length() >= 2 && (path.root().equals("facts") || path.root().equals("steps"));
  }

  Answer of(NamePath path, World world) {
    if (path.root().equals("facts")) {
      return fact(path.first(2), world);
    }
    Answer step = step(path.first(2), world);
    if (path.length() == 2 || !step.equals(Answer.TRUE)) {
      return step;
    }
    NamePath field = path.first(3);
    return domains.output(field).filter(declared -> !declared.optional()).isPresent()
        ? Answer.TRUE
        : either(field, world);
  }

  private Answer fact(NamePath path, World world) {
    boolean required = situation.vocabulary().required().contains(path.names().get(1));
    return required && situation.requiredFactsAreThere() ? Answer.TRUE : either(path, world);
  }

  private Answer step(NamePath path, World world) {
    Turn turn = situation.steps().get(path.names().get(1));
    if (turn == null) {
      return either(path, world);
    }
    Answer ran = evaluation.evaluate(turn.when().getExpr(), world);
    if (ran instanceof Answer.Needs) {
      return ran;
    }
    if (!ran.equals(Answer.TRUE)) {
      return Answer.FALSE;
    }
    return turn.mayFail() ? either(path, world) : Answer.TRUE;
  }

  private static Answer either(NamePath path, World world) {
    Variable variable = new Variable.Presence(path);
    return world
        .get(variable)
        .map(there -> Answer.of(Boolean.TRUE.equals(there)))
        .orElseGet(() -> new Answer.Needs(variable));
  }
}
