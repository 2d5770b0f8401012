package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Template;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.List;

/**
 * An expression whose value is needed, with the text it stands in.
 *
 * @param offset where in the text it begins, in code points
 */
record Read(Node.Scalar source, int offset, Expression expression) {

  static List<Read> of(Node.Scalar source, Template template) {
    return template.holes().stream()
        .map(hole -> new Read(source, hole.offset(), hole.expression()))
        .toList();
  }
}
