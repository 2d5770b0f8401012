package dev.workflowexecutor.workflow.prove;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.workflowexecutor.workflow.expression.NamePath;
import java.util.List;
import java.util.Optional;

/**
 * One of several things of which the first is chosen whose condition holds.
 *
 * @param reads what is evaluated when it is chosen
 * @param missing a name that ought to be absent when it is chosen
 */
public record Choice(
    CelAbstractSyntaxTree when, List<CelAbstractSyntaxTree> reads, Optional<NamePath> missing) {

  public Choice {
    reads = List.copyOf(reads);
  }
}
